package dev.glimprouter.models;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The result of reading a whole model file again.
 *
 * @param name the model's name
 * @param file the file that was read
 * @param expected the checksum that it should have; empty where none is known
 * @param actual the checksum that it has
 */
public record Verification(String name, Path file, Optional<String> expected, String actual) {

    /** Whether every byte is known to be as it should be. */
    public boolean matches() {
        return expected.filter(actual::equals).isPresent();
    }
}
