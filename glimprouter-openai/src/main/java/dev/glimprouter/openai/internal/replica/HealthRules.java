package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.engine.Retries;
import dev.glimprouter.error.RequestException;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * When a replica counts as dead, and how long it is left alone then.
 *
 * <p>After the n-th death in a row the pause is {@code first} times 2^(n-1), at most {@code
 * longest}, of which a random share from a half to the whole is waited, so that several routers do
 * not come back at the same moment.
 *
 * @param failures how many failures in a row make a replica dead; one is enough where it cannot be
 *     reached at all
 * @param first the first pause
 * @param longest the longest pause
 * @param check finds out whether a dead replica is well again; empty to let a request find out
 */
public record HealthRules(int failures, Duration first, Duration longest, Optional<Check> check) {

    /** Three failures; 1 s, then twice as long, up to the longest pause of retries; no check. */
    public static final HealthRules DEFAULT =
            new HealthRules(3, Duration.ofSeconds(1), Retries.DEFAULT.longest(), Optional.empty());

    /** Checks ranges. */
    public HealthRules {
        Objects.requireNonNull(check, "check");
        if (failures < 1 || !first.isPositive() || longest.compareTo(first) < 0) {
            throw new RequestException(
                    "A replica is dead after 1 or more failures, for a pause above zero that is not longer than the longest: %d, %s, %s."
                            .formatted(failures, first, longest));
        }
    }

    /** The same with a check of dead replicas. */
    public HealthRules withCheck(Check asked) {
        return new HealthRules(failures, first, longest, Optional.of(asked));
    }

    /**
     * How long a replica is left alone.
     *
     * @param deaths in a row, at least 1
     * @param share random, from 0 to 1
     * @return nanoseconds
     */
    long pauseNanos(int deaths, double share) {
        double doubled = Math.scalb((double) first.toNanos(), deaths - 1);
        return (long) (Math.min(doubled, (double) longest.toNanos()) * (1 + share) / 2);
    }
}
