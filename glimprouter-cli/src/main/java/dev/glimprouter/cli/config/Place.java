package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

/**
 * A place in a configuration file.
 *
 * @param file its name
 * @param line from 1
 * @param column from 1
 */
record Place(String file, int line, int column) {

    /** What is wrong there. */
    RequestException wrong(String message) {
        return new RequestException(
                "%s, line %d, column %d: %s".formatted(file, line, column, message));
    }
}
