package dev.glimprouter.eval.runner;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;

import java.time.Duration;

/**
 * How often a question is asked before it counts as failed.
 *
 * @param most attempts, at least 1
 * @param pause before the second one; each further pause is twice as long
 * @param longest no pause is longer, whatever a server asks for
 */
public record Attempts(int most, Duration pause, Duration longest) {

    /** Three attempts, after 2 and 4 seconds, or when the server says, within a minute. */
    public static final Attempts DEFAULT =
            new Attempts(3, Duration.ofSeconds(2), Duration.ofMinutes(1));

    /** Checks ranges. */
    public Attempts {
        if (most < 1) {
            throw new RequestException("A question needs at least one attempt.");
        }
        if (pause.isNegative() || longest.compareTo(pause) < 0) {
            throw new IllegalArgumentException("pauses are not negative, the longest is longest");
        }
    }

    /** How long to wait after an attempt, the first being number 1. */
    long pauseNanos(int attempt, RetryableException failure) {
        Duration doubling = pause.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration asked = failure.details().retryAfter().orElse(doubling);
        return (asked.compareTo(longest) > 0 ? longest : asked).toNanos();
    }
}
