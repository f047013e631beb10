package dev.glimprouter.engine;

import dev.glimprouter.error.RequestException;

import java.time.Duration;

/**
 * How often a request is tried again, and how long one waits before.
 *
 * <p>The n-th pause is {@code first} times 2^(n-1), at most {@code longest}, of which a random
 * share from a half to the whole is waited. A server's Retry-After counts instead where it is
 * longer, up to {@code longest}.
 *
 * @param most most tries after the first one, 0 for none
 * @param first the first pause
 * @param longest the longest pause
 */
public record Retries(int most, Duration first, Duration longest) {

    /** Three, after 0.5, 1 and 2 seconds; 30 seconds at most. */
    public static final Retries DEFAULT =
            new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(30));

    /** None. */
    public static final Retries NONE = new Retries(0, Duration.ofMillis(1), Duration.ofMillis(1));

    /** Checks ranges. */
    public Retries {
        if (most < 0 || !first.isPositive() || longest.compareTo(first) < 0) {
            throw new RequestException(
                    "Retries must be 0 or more, after a pause above zero that is not longer than the longest: %d, %s, %s."
                            .formatted(most, first, longest));
        }
    }
}
