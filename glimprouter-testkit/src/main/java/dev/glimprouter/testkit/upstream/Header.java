package dev.glimprouter.testkit.upstream;

import java.util.Objects;

/**
 * One header line.
 *
 * @param name as written
 * @param value without surrounding blanks
 */
public record Header(String name, String value) {

    /** Checks for nulls. */
    public Header {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
