package dev.glimprouter.time;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The clock of the machine. One thread waits for all alarms, most of which never ring: setting and
 * silencing one wakes nobody up.
 */
enum SystemTime implements Time {
    INSTANCE;

    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private static ScheduledThreadPoolExecutor alarms() {
        ScheduledThreadPoolExecutor alarms =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("alarms").factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Alarm after(long delayNanos, Runnable task) {
        Future<?> alarm =
                ALARMS.schedule(
                        () -> Thread.ofVirtual().name("alarm").start(task),
                        delayNanos,
                        TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }
}
