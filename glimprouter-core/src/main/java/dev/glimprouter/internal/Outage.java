package dev.glimprouter.internal;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.LargeDown;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Says who writes where a model cannot be reached, by the rule of the question: large for small,
 * and for large whom {@link LargeDown} names. One for each step, and one for the answer.
 *
 * <p>A wait ends early where {@code until} is requested; the next try then ends at once.
 */
final class Outage {

    private static final long FIRST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final LargeDown rule;
    private final Desk desk;
    private final Journal journal;
    private final Time time;
    private final Cancellation until;
    private final Set<Writer> down = EnumSet.noneOf(Writer.class);
    private long pause = FIRST_PAUSE_NANOS;

    Outage(LargeDown rule, Desk desk, Journal journal, Time time, Cancellation until) {
        this.rule = rule;
        this.desk = desk;
        this.journal = journal;
        this.time = time;
        this.until = until;
    }

    /**
     * Who tries after a model failed; the listener hears of it.
     *
     * @throws RetryableException the failure itself, where nobody is left
     */
    Writer next(Writer failed, RetryableException failure) {
        down.add(failed);
        Writer other = failed.other();
        boolean stands = desk.has(other) && !down.contains(other);
        if (failed == Writer.SMALL ? stands : stands && rule == LargeDown.SMALL) {
            return tell(other, failed, failure);
        }
        if (rule != LargeDown.WAIT) {
            throw failure;
        }
        await(failure);
        return tell(desk.has(Writer.LARGE) ? Writer.LARGE : failed, failed, failure);
    }

    private Writer tell(Writer next, Writer failed, RetryableException failure) {
        journal.retried(
                next,
                "%s cannot be reached: %s"
                        .formatted(
                                failed == Writer.SMALL ? "small" : "large",
                                Optional.ofNullable(failure.getMessage()).orElse("no reason")));
        return next;
    }

    /** Waits, not longer than until the question is stopped. */
    private void await(RetryableException failure) {
        long asked = failure.details().retryAfter().map(Duration::toNanos).orElse(0L);
        time.pause(Math.min(LONGEST_PAUSE_NANOS, Math.max(pause, asked)), until);
        pause = Math.min(LONGEST_PAUSE_NANOS, 2 * pause);
    }
}
