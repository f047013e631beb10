package dev.glimprouter.engine;

import dev.glimprouter.error.RequestException;

import java.time.Duration;

/**
 * When a server that fails is left alone, and for how long: the numbers of a circuit breaker (M.
 * Nygard, Release It!, 2nd edition, 2018, section 5.3).
 *
 * <p>A breaker opens after so many failures in a row, and where half of the last 20 attempts
 * failed. The n-th time in a row it stays open for {@code open} times 2^(n-1), at most {@code
 * longest}, of which a random share from a half to the whole is waited, so that several clients do
 * not come back at the same moment. Then one request tries the server.
 *
 * @param failures how many in a row open it
 * @param open how long it is open the first time
 * @param longest how long it is open at most, whatever a server asks for
 */
public record Breaker(int failures, Duration open, Duration longest) {

    /** Three failures, one second, at most a minute: soon back at a server that was restarted. */
    public static final Breaker DEFAULT =
            new Breaker(3, Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** Checks ranges. */
    public Breaker {
        if (failures < 1 || !open.isPositive() || longest.compareTo(open) < 0) {
            throw new RequestException(
                    "A breaker opens after 1 or more failures, for a time above zero that is not longer than the longest: %d, %s, %s."
                            .formatted(failures, open, longest));
        }
    }

    /**
     * How long it stays open.
     *
     * @param times how often in a row it has opened, at least 1
     * @param share random, from 0 to 1
     */
    public Duration pause(int times, double share) {
        double doubled = Math.scalb((double) open.toNanos(), times - 1);
        double bounded = Math.min(doubled, (double) longest.toNanos());
        return Duration.ofNanos((long) (bounded * (1 + share) / 2));
    }

    /** A time that a server asks for, but not longer than the longest. */
    public Duration bounded(Duration asked) {
        return asked.compareTo(longest) > 0 ? longest : asked;
    }
}
