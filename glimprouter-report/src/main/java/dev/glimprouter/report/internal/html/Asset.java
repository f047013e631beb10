package dev.glimprouter.report.internal.html;

import dev.glimprouter.internal.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;

/** The page's own style and script, which stand in the page itself. */
enum Asset {
    STYLE("style", "page.css"),
    SCRIPT("script", "page.js");

    private final String tag;
    private final String content;

    Asset(String tag, String file) {
        this.tag = tag;
        this.content = read(file);
    }

    private static String read(String file) {
        try (InputStream in = Asset.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Html html) {
        html.open(tag).trusted(content).close();
    }

    /** Nothing is allowed but these two, and no text becomes markup. */
    static String policy() {
        return "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
                .formatted(STYLE.checksum(), SCRIPT.checksum());
    }

    private String checksum() {
        MessageDigest digest = Sha256.digest();
        byte[] sum = digest.digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(sum);
    }
}
