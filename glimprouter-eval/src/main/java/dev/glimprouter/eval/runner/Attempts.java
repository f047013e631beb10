package dev.glimprouter.eval.runner;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

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

    /**
     * Whether the same is to be asked again.
     *
     * @param attempt which attempt failed, the first being number 1
     */
    public boolean again(int attempt, RuntimeException failure) {
        return failure instanceof RetryableException && attempt < most;
    }

    /**
     * Whether other questions may fare better after a failure.
     *
     * @param begun whether some question was answered before: then what a question is refused for
     *     is its own fault
     */
    public static boolean othersMayFareBetter(RuntimeException failure, boolean begun) {
        return switch (failure) {
            case CancelledException _, SetupException _ -> false;
            case ContextFullException _ -> true;
            case RequestException _ -> begun;
            default -> true;
        };
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempt which attempt failed, the first being number 1
     * @throws CancelledException if a stop was requested first
     */
    public void pause(int attempt, RuntimeException failure, Time time, Cancellation stop) {
        if (failure instanceof RetryableException later
                && !time.pause(pauseNanos(attempt, later), stop)) {
            throw new CancelledException("Stopped while waiting to ask again.");
        }
    }

    private long pauseNanos(int attempt, RetryableException failure) {
        Duration doubling = pause.multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration asked = failure.details().retryAfter().orElse(doubling);
        return (asked.compareTo(longest) > 0 ? longest : asked).toNanos();
    }
}
