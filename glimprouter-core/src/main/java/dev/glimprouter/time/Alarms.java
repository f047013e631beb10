package dev.glimprouter.time;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The pending alarms of the machine's clock, for which one thread waits.
 *
 * <p>Most alarms guard something that ends long before they ring. Those that are not soon ring
 * together with others, up to {@value #GRAIN_NANOS} nanoseconds late: so that setting and silencing
 * one seldom wakes the thread up. Thread safe.
 */
final class Alarms {

    static final long GRAIN_NANOS = 25_000_000;
    private static final long SOON_NANOS = 2 * GRAIN_NANOS;

    private final ScheduledThreadPoolExecutor waiting;
    private final Map<Long, Set<Pending>> grains = new ConcurrentHashMap<>();

    Alarms() {
        waiting =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("alarms").factory());
        waiting.setRemoveOnCancelPolicy(true);
    }

    /** An alarm, equal to itself alone. */
    private static final class Pending {
        private final Runnable task;

        Pending(Runnable task) {
            this.task = task;
        }
    }

    Time.Alarm after(long delayNanos, Runnable task) {
        return delayNanos < SOON_NANOS ? exact(delayNanos, task) : grained(delayNanos, task);
    }

    private Time.Alarm exact(long delayNanos, Runnable task) {
        Future<?> alarm = waiting.schedule(() -> start(task), delayNanos, TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    private Time.Alarm grained(long delayNanos, Runnable task) {
        Pending pending = new Pending(task);
        long now = System.nanoTime();
        long grain = Math.ceilDiv(now + Math.min(delayNanos, Long.MAX_VALUE / 4), GRAIN_NANOS);
        grains.compute(
                grain,
                (_, known) -> {
                    Set<Pending> all = known == null ? begin(grain, now) : known;
                    all.add(pending);
                    return all;
                });
        return () -> silence(grain, pending);
    }

    private Set<Pending> begin(long grain, long now) {
        var _ =
                waiting.schedule(
                        () -> ring(grain), grain * GRAIN_NANOS - now, TimeUnit.NANOSECONDS);
        return new HashSet<>();
    }

    private void ring(long grain) {
        Set<Pending> due = grains.remove(grain);
        if (due != null) {
            due.forEach(pending -> start(pending.task));
        }
    }

    private void silence(long grain, Pending pending) {
        grains.computeIfPresent(
                grain,
                (_, all) -> {
                    all.remove(pending);
                    return all;
                });
    }

    private static void start(Runnable task) {
        Thread.ofVirtual().name("alarm").start(task);
    }
}
