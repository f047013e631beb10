package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

/** Lets a stream be heard now and then while its models are silent. */
final class KeepAlive implements AutoCloseable {

    private final EventWire wire;
    private final Runnable comment;
    private final long periodNanos;
    private final Time time;
    private Time.@Nullable Alarm alarm;
    private boolean closed;

    /**
     * Begins now.
     *
     * @param comment makes the stream be heard
     * @param periodNanos longest silence
     */
    KeepAlive(EventWire wire, Runnable comment, long periodNanos, Time time) {
        this.wire = wire;
        this.comment = comment;
        this.periodNanos = periodNanos;
        this.time = time;
        arm(periodNanos);
    }

    private synchronized void arm(long nanos) {
        alarm = time.after(nanos, this::ring);
    }

    /** Holds the lock, so that nothing is sent any more once this is closed. */
    private synchronized void ring() {
        if (closed) {
            return;
        }
        long left = periodNanos - wire.silentNanos();
        if (left <= 0) {
            comment.run();
            wire.flush();
            left = periodNanos;
        }
        arm(left);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (alarm != null) {
            alarm.close();
        }
    }
}
