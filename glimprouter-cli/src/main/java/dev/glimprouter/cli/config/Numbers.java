package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

/** Reads numbers. */
final class Numbers {

    private Numbers() {}

    static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw noWhole(text, e);
        }
    }

    static long wholeLong(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw noWhole(text, e);
        }
    }

    static double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new RequestException("'%s' is not a number.".formatted(text), e);
        }
    }

    private static RequestException noWhole(String text, NumberFormatException e) {
        return new RequestException("'%s' is not a whole number.".formatted(text), e);
    }
}
