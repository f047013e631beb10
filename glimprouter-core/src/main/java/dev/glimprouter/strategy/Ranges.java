package dev.glimprouter.strategy;

import dev.glimprouter.error.RequestException;

/** Checks of parameters, with the error that a user sees. */
final class Ranges {

    private Ranges() {}

    /** Requires a number from {@code least} to {@code most}, both included. */
    static void require(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new RequestException(
                    "%s must be a number from %s to %s, not %s."
                            .formatted(name, brief(least), brief(most), brief(value)));
        }
    }

    /** Requires a threshold in nats: 0 to infinity, both included. */
    static void requireTau(String name, double nats) {
        if (!(nats >= 0)) {
            throw new RequestException(
                    name + " must be a number of nats from 0 to Infinity, not " + nats + ".");
        }
    }

    private static String brief(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** Requires that one number is not above another. */
    static void requireOrder(String lower, double low, String higher, double high) {
        if (low > high) {
            throw new RequestException(
                    "%s must not be above %s: %s is above %s.".formatted(lower, higher, low, high));
        }
    }
}
