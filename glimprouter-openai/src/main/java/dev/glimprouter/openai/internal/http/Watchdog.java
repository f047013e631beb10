package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * Says when a reply has taken too long.
 *
 * <p>The time to the first token runs from the request, the idle time from the moment when the
 * reader, who has read all that came (a comment included that only keeps the connection alive),
 * waits for more: a reader's own pause is nobody's failure. The total time runs from the request,
 * whatever happens. One alarm looks after all three; it is set anew when it rings too early, not
 * with every event.
 *
 * <p>Thread safe.
 */
final class Watchdog implements AutoCloseable {

    private final Time time;
    private final Timeouts timeouts;
    private final Consumer<Limit> passed;
    private final long start;
    private long quietSince;
    private boolean firstSeen;
    private boolean waiting;
    private boolean over;
    private long ringsAt;
    private int round;
    private Time.@Nullable Alarm alarm;

    /** A watchdog that sleeps until {@link #begin}. */
    Watchdog(Time time, Timeouts timeouts, Consumer<Limit> passed) {
        this.time = time;
        this.timeouts = timeouts;
        this.passed = passed;
        this.start = time.nanos();
        this.quietSince = start;
    }

    synchronized void begin() {
        arm(time.nanos());
    }

    /** The first token was seen: from now on the idle time counts. */
    synchronized void firstTokenSeen() {
        if (!firstSeen) {
            firstSeen = true;
            quietSince = time.nanos();
            rearmIfEarlier();
        }
    }

    /** The reader has read everything and waits. */
    synchronized void waits() {
        if (!waiting) {
            waiting = true;
            quietSince = time.nanos();
            rearmIfEarlier();
        }
    }

    /** The reader got what it waited for. */
    synchronized void served() {
        waiting = false;
    }

    @Override
    public synchronized void close() {
        over = true;
        silence();
    }

    private void ring(int ofRound) {
        Limit limit;
        synchronized (this) {
            if (over || ofRound != round) {
                return;
            }
            alarm = null;
            long now = time.nanos();
            if (totalLeft(now) <= 0) {
                limit = Limit.TOTAL;
            } else if (waiting && phaseLeft(now) <= 0) {
                limit = firstSeen ? Limit.IDLE : Limit.FIRST_TOKEN;
            } else {
                arm(now);
                return;
            }
            over = true;
        }
        passed.accept(limit);
    }

    private void rearmIfEarlier() {
        long now = time.nanos();
        if (!over && alarm != null && now + left(now) - ringsAt < 0) {
            silence();
            arm(now);
        }
    }

    private void arm(long now) {
        long left = left(now);
        int thisRound = ++round;
        ringsAt = now + left;
        alarm = time.after(left, () -> ring(thisRound));
    }

    private void silence() {
        if (alarm != null) {
            alarm.close();
            alarm = null;
        }
    }

    private long left(long now) {
        long phase = phaseLeft(now);
        long counted = waiting ? phase : Math.max(phase, timeouts.idle().toNanos());
        return Math.min(totalLeft(now), counted);
    }

    private long phaseLeft(long now) {
        return firstSeen
                ? timeouts.idle().toNanos() - (now - quietSince)
                : timeouts.firstToken().toNanos() - (now - start);
    }

    private long totalLeft(long now) {
        return timeouts.total().toNanos() - (now - start);
    }
}
