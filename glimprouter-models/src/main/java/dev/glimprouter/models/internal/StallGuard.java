package dev.glimprouter.models.internal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Closes a stream that has brought nothing for too long, which ends a read that hangs. */
final class StallGuard implements AutoCloseable {

    private final Closeable stream;
    private final long patienceNanos;
    private final Thread watch;
    private volatile long aliveNanos = System.nanoTime();
    private volatile boolean stalled;

    private StallGuard(Closeable stream, Duration patience) {
        this.stream = stream;
        this.patienceNanos = patience.toNanos();
        this.watch = Thread.ofVirtual().name("stall-guard").unstarted(this::watch);
    }

    static StallGuard over(Closeable stream, Duration patience) {
        StallGuard guard = new StallGuard(stream, patience);
        guard.watch.start();
        return guard;
    }

    /** Notes that bytes came. */
    void alive() {
        aliveNanos = System.nanoTime();
    }

    /** Whether the stream was closed by this guard. */
    boolean stalled() {
        return stalled;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            long left = aliveNanos + patienceNanos - System.nanoTime();
            if (left <= 0) {
                stalled = true;
                closeStream();
                return;
            }
            LockSupport.parkNanos(left);
        }
    }

    private void closeStream() {
        try {
            stream.close();
        } catch (IOException e) {
            // The reader sees the end of its stream either way.
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
