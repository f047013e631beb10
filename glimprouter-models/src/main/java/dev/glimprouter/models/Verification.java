package dev.glimprouter.models;

import java.nio.file.Path;

/**
 * The result of reading a whole model file again.
 *
 * @param name the model's name
 * @param file the file that was read
 * @param expected the checksum that it should have
 * @param actual the checksum that it has
 */
public record Verification(String name, Path file, String expected, String actual) {

    /** Whether every byte is as it should be. */
    public boolean matches() {
        return expected.equals(actual);
    }
}
