package dev.glimprouter.cli;

import dev.glimprouter.engine.Breaker;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.ReplicaHealth;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens a model that could not be reached, but not before its breaker lets one try.
 *
 * <p>One thread at a time may open; its state can be asked for by any.
 */
final class Reopening {

    /** Nobody else comes back at the same moment: the whole pause is waited. */
    private static final double WHOLE = 1;

    private final Supplier<Engine> opening;
    private final Breaker breaker;
    private final Time time;
    private int failures;
    private volatile RetryableException last;
    private volatile long untilNanos;

    /**
     * After a first failure.
     *
     * @param opening opens it, or throws {@link RetryableException}
     */
    Reopening(Supplier<Engine> opening, Breaker breaker, Time time, RetryableException failure) {
        this.opening = opening;
        this.breaker = breaker;
        this.time = time;
        this.last = failure;
        failed(failure);
    }

    private void failed(RetryableException failure) {
        last = failure;
        untilNanos = time.nanos() + breaker.pause(++failures, WHOLE).toNanos();
    }

    /**
     * Opens it.
     *
     * @throws RetryableException if that fails, or failed not long ago; it says when to try again
     */
    Engine open() {
        if (left().isPositive()) {
            throw later();
        }
        try {
            return opening.get();
        } catch (RetryableException again) {
            failed(again);
            throw later();
        }
    }

    private RetryableException later() {
        RetryableException why = last;
        return new RetryableException(
                Optional.ofNullable(why.getMessage()).orElse("The model cannot be reached."),
                why.details().withRetryAfter(left()),
                why);
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, untilNanos - time.nanos()));
    }

    /** How it is while it is not open. */
    ReplicaHealth health() {
        return new ReplicaHealth(ReplicaHealth.State.OPEN, left());
    }
}
