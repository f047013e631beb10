package dev.glimprouter.models;

import java.util.regex.Pattern;

/** What the catalogue's facts must look like. */
final class Checks {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Checks() {}

    static void sha256(String text) {
        if (!SHA256.matcher(text).matches()) {
            throw new IllegalArgumentException("not a sha256: " + text);
        }
    }

    static void bytes(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a file has at least one byte, not " + bytes);
        }
    }
}
