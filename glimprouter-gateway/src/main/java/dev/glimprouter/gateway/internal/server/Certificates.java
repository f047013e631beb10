package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.TlsFiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes of certificate and key what a server speaks TLS with. */
public final class Certificates {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final char[] NO_PASSWORD = {};

    private Certificates() {}

    /**
     * Reads the files.
     *
     * @throws SetupException if one cannot be read
     */
    public static SSLContext context(TlsFiles files) {
        try {
            Certificate[] chain = chain(files.certificate());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("gateway", key(files.key()), NO_PASSWORD, chain);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            throw new SetupException(
                    "TLS cannot be spoken with %s and %s (%s): a certificate in PEM and its own key are wanted."
                            .formatted(
                                    files.certificate(),
                                    files.key(),
                                    unusable.getClass().getSimpleName()),
                    unusable);
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> chain =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (chain.isEmpty()) {
            throw new CertificateException("none");
        }
        return chain.toArray(Certificate[]::new);
    }

    private static PrivateKey key(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw noKey(file);
        }
        KeySpec der = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(der);
            } catch (GeneralSecurityException another) {
                // the file does not say of which kind its key is
            }
        }
        throw noKey(file);
    }

    private static SetupException noKey(Path file) {
        return new SetupException(
                "%s holds no key that can be read: PKCS #8 in PEM without a password is wanted (openssl pkcs8 -topk8 -nocrypt -in FILE makes it)."
                        .formatted(file));
    }
}
