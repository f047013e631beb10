package dev.glimprouter.time;

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
