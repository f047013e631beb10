package dev.glimprouter.testkit;

import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A clock that stands still until a test, or somebody's pause, moves it.
 *
 * <p>Alarms ring on the thread that moves the clock, in the order of their times, while the clock
 * shows exactly their time.
 */
public final class ManualTime implements Time {

    private final List<Bell> bells = new ArrayList<>();
    private long now;

    /** A clock at nanosecond 0. */
    public ManualTime() {}

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Alarm after(long delayNanos, Runnable task) {
        Bell bell = new Bell(now + Math.max(0, delayNanos), task);
        bells.add(bell);
        return () -> silence(bell);
    }

    /** Moves the clock by the length of the pause; nobody waits. */
    @Override
    public boolean pause(long nanos, Cancellation stop) {
        if (!stop.isCancelled()) {
            advance(Math.max(0, nanos));
        }
        return !stop.isCancelled();
    }

    /** Moves the clock; every alarm that becomes due rings before this returns. */
    public void advance(Duration by) {
        advance(by.toNanos());
    }

    /** Moves the clock by nanoseconds; every alarm that becomes due rings before this returns. */
    public void advance(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("time does not run backwards: " + nanos);
        }
        long target = nanos() + nanos;
        for (Bell bell = due(target); bell != null; bell = due(target)) {
            bell.task.run();
        }
        arrive(target);
    }

    /** How many alarms wait to ring. */
    public synchronized int alarms() {
        return bells.size();
    }

    private synchronized @Nullable Bell due(long target) {
        Bell first = null;
        for (Bell bell : bells) {
            if (bell.at <= target && (first == null || bell.at < first.at)) {
                first = bell;
            }
        }
        if (first != null) {
            silence(first);
            now = Math.max(now, first.at);
        }
        return first;
    }

    private synchronized void arrive(long target) {
        now = Math.max(now, target);
    }

    private synchronized void silence(Bell bell) {
        bells.remove(bell);
    }

    /** A pending alarm; equal only to itself. */
    private static final class Bell {
        private final long at;
        private final Runnable task;

        Bell(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }
}
