package dev.glimprouter.openai.internal.replica;

import dev.glimprouter.engine.Breaker;

import java.util.Objects;
import java.util.Optional;

/**
 * When a replica counts as dead, and how long it is left alone then.
 *
 * @param breaker the numbers; one failure is enough where a replica cannot be reached at all and
 *     another one is well
 * @param check finds out whether a dead replica is well again; empty to let a request find out
 */
public record HealthRules(Breaker breaker, Optional<Check> check) {

    /** The default breaker; no check. */
    public static final HealthRules DEFAULT = of(Breaker.DEFAULT);

    /** Checks for nulls. */
    public HealthRules {
        Objects.requireNonNull(breaker, "breaker");
        Objects.requireNonNull(check, "check");
    }

    /** A breaker without a check. */
    public static HealthRules of(Breaker breaker) {
        return new HealthRules(breaker, Optional.empty());
    }

    /** The same with a check of dead replicas. */
    public HealthRules withCheck(Check asked) {
        return new HealthRules(breaker, Optional.of(asked));
    }

    /**
     * How long a replica is left alone: by the rule, or as long as it asks for.
     *
     * @param deaths in a row, at least 1
     * @param share random, from 0 to 1
     * @return nanoseconds
     */
    long pauseNanos(int deaths, double share, Failure failure) {
        return Math.max(breaker.pause(deaths, share).toNanos(), askedNanos(failure));
    }

    /** How long a replica asks to be left alone, in nanoseconds. */
    long askedNanos(Failure failure) {
        return failure.asked().map(asked -> breaker.bounded(asked).toNanos()).orElse(0L);
    }
}
