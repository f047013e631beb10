package dev.glimprouter.gateway;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the certificate of a gateway is, both files in PEM.
 *
 * @param certificate its own certificate first, then those that lead to an authority
 * @param key the private key, in PKCS #8 and not encrypted
 */
public record TlsFiles(Path certificate, Path key) {

    /** Checks for nulls. */
    public TlsFiles {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
    }
}
