package dev.glimprouter.openai.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.glimprouter.error.SetupException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates in a text file, between other things or not. */
final class PemFile {

    /** Most bytes: 8 MiB, some thirty times the authorities that a system trusts. */
    private static final long MOST_BYTES = 8 << 20;

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END (?:X509 )?CERTIFICATE-----");

    private PemFile() {}

    /**
     * Reads all certificates of a file.
     *
     * @return at least one
     * @throws SetupException if there is none, or one that cannot be read
     */
    static List<X509Certificate> certificates(Path file) {
        Matcher blocks = BLOCK.matcher(text(file));
        List<X509Certificate> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(certificate(file, found.size() + 1, blocks.group(1)));
        }
        if (found.isEmpty()) {
            throw new SetupException(
                    "%s holds no certificate: PEM is wanted, with a line -----BEGIN CERTIFICATE----- (openssl x509 -inform der -in FILE makes it from DER)."
                            .formatted(file));
        }
        return found;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SetupException(
                        "%s is too long for a file of certificates.".formatted(file));
            }
            return Files.readString(file, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new SetupException(
                    "The certificates in %s cannot be read: %s."
                            .formatted(file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    private static X509Certificate certificate(Path file, int number, String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException damaged) {
            throw new SetupException(
                    "Certificate %d in %s is damaged: copy it again."
                            .formatted(number, file.toString()),
                    damaged);
        }
    }
}
