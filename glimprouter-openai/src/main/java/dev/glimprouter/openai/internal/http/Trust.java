package dev.glimprouter.openai.internal.http;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates count: those that Java trusts, and those of a file of the user. */
final class Trust {

    private Trust() {}

    /**
     * Trusts what Java trusts and the certificates of a file.
     *
     * @throws SetupException if the file holds no certificates
     */
    static SSLContext with(Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(storeOf(trusted(file))), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new SetupException(
                    "Java cannot trust the certificates of %s: %s."
                            .formatted(file, unusable.getMessage()),
                    unusable);
        }
    }

    /** Trusts what Java trusts. */
    static SSLContext ofJava() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException unusable) {
            throw new SetupException(
                    "Java cannot load the certificates that it trusts: %s."
                            .formatted(unusable.getMessage()),
                    unusable);
        }
    }

    /** The certificates of the file, then those that Java trusts. */
    static List<X509Certificate> trusted(Path file) throws GeneralSecurityException {
        List<X509Certificate> trusted = new ArrayList<>(PemFile.certificates(file));
        for (TrustManager manager : managersOfJava()) {
            if (manager instanceof X509TrustManager known) {
                trusted.addAll(List.of(known.getAcceptedIssuers()));
            }
        }
        return trusted;
    }

    @SuppressWarnings("NullAway") // JDK: null means the trust store that Java is set up with.
    private static TrustManager[] managersOfJava() throws GeneralSecurityException {
        return managers(null);
    }

    private static KeyStore storeOf(List<X509Certificate> trusted)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("trusted-" + i, trusted.get(i));
        }
        return store;
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
