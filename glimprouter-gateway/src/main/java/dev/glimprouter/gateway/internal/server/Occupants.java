package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Refusal;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The requests that are here, waiting or running, until the last one is gone. Thread safe. */
final class Occupants {

    /** How long those who were cancelled may take to end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Time time;
    private final Set<Cancellation> present = new HashSet<>();
    private final Cancellation empty = new Cancellation();
    private boolean closing;

    Occupants(Time time) {
        this.time = time;
    }

    /**
     * A request is here.
     *
     * @param end cancels it
     * @throws Refusal if no more are taken
     */
    synchronized Stay enter(Cancellation end) {
        if (closing) {
            throw new Refusal(
                    ApiError.ofServer(503, "shutting_down", "The gateway is shutting down.")
                            .after(RETRY));
        }
        present.add(end);
        return () -> leave(end);
    }

    private void leave(Cancellation end) {
        synchronized (this) {
            present.remove(end);
            if (!closing || !present.isEmpty()) {
                return;
            }
        }
        empty.cancel();
    }

    /** Whether no more are taken. */
    synchronized boolean isClosing() {
        return closing;
    }

    /** How many are here. */
    synchronized int count() {
        return present.size();
    }

    /**
     * Takes no more, waits until all are gone, and cancels those that stay longer.
     *
     * @return whether all went by themselves
     */
    boolean leaveWithin(Duration patience) {
        boolean gone;
        synchronized (this) {
            closing = true;
            gone = present.isEmpty();
        }
        gone = gone || !time.pause(patience.toNanos(), empty);
        if (!gone) {
            List<Cancellation> left;
            synchronized (this) {
                left = List.copyOf(present);
            }
            left.forEach(Cancellation::cancel);
            time.pause(LAST_WORDS.toNanos(), empty);
        }
        return gone;
    }

    /** The time of one request here. */
    @FunctionalInterface
    interface Stay extends AutoCloseable {
        @Override
        void close();
    }
}
