package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

/** Reads what is on or off. */
final class Flags {

    private Flags() {}

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new RequestException("'%s' is neither true nor false.".formatted(text));
        };
    }
}
