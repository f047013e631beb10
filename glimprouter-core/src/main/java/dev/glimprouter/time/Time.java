package dev.glimprouter.time;

import java.util.concurrent.CountDownLatch;

/**
 * A monotonic clock in nanoseconds that can also wake somebody up.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Time {

    /** Nanoseconds since an arbitrary origin that stays fixed for the life of this clock. */
    long nanos();

    /**
     * Runs {@code task} once, on another thread, when {@code delayNanos} have passed.
     *
     * @return the alarm; closing it before it rings makes it silent
     */
    Alarm after(long delayNanos, Runnable task);

    /**
     * Waits until {@code nanos} have passed or {@code stop} is requested.
     *
     * @return whether the time has passed; false if the wait was stopped
     */
    default boolean pause(long nanos, Cancellation stop) {
        CountDownLatch over = new CountDownLatch(1);
        try (Alarm _ = after(nanos, over::countDown);
                Cancellation.Registration _ = stop.onCancel(over::countDown)) {
            over.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !stop.isCancelled();
    }

    /** The clock of the machine. */
    static Time system() {
        return SystemTime.INSTANCE;
    }

    /** A pending call. */
    @FunctionalInterface
    interface Alarm extends AutoCloseable {
        @Override
        void close();
    }
}
