package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** Looks after one client: whether it is still there, and that it hears something now and then. */
final class ClientWatch implements AutoCloseable {

    private static final long TICK_NANOS = Duration.ofMillis(200).toNanos();

    private final Connections.Client client;
    private final Time time;
    private final Runnable gone;
    private final Runnable beat;
    private Time.@Nullable Alarm alarm;
    private boolean closed;

    /**
     * A watch that begins now.
     *
     * @param gone runs once if the client has gone
     * @param beat runs at every look at a client that is there
     */
    ClientWatch(Connections.Client client, Time time, Runnable gone, Runnable beat) {
        this.client = client;
        this.time = time;
        this.gone = gone;
        this.beat = beat;
        next();
    }

    private synchronized void next() {
        if (!closed) {
            alarm = time.after(TICK_NANOS, this::look);
        }
    }

    private void look() {
        if (client.isThere()) {
            beat();
        } else {
            close();
            gone.run();
        }
    }

    /** Holds the lock, so that nothing is sent any more once the watch is closed. */
    private synchronized void beat() {
        if (!closed) {
            beat.run();
            next();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (alarm != null) {
            alarm.close();
        }
    }
}
