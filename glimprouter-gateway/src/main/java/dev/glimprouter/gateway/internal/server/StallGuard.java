package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Lets a client go that does not take what it is sent, and so holds a place that others wait for.
 */
final class StallGuard implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final EventWire wire;
    private final Client client;
    private final Time time;
    private Time.@Nullable Alarm alarm;
    private boolean closed;

    /** Begins now. */
    StallGuard(EventWire wire, Client client, Time time) {
        this.wire = wire;
        this.client = client;
        this.time = time;
        arm();
    }

    private synchronized void arm() {
        if (!closed) {
            alarm = time.after(PERIOD.toNanos(), this::look);
        }
    }

    private void look() {
        if (wire.stuckNanos() >= PATIENCE.toNanos()) {
            client.hangUp();
        } else {
            arm();
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
