package dev.glimprouter.gateway.internal.traces;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.trace.TraceWriter;

import java.util.function.Consumer;

/**
 * A trace while it is being written. A file that cannot be written any more ends the trace and not
 * the question. Thread safe.
 */
public final class LiveTrace implements RouteListener {

    private final TraceWriter writer;
    private final Runnable ended;
    private final Consumer<RuntimeException> broken;
    private long changes;
    private boolean over;

    /**
     * A trace of which nothing was written.
     *
     * @param ended runs once nothing more is written
     */
    LiveTrace(TraceWriter writer, Runnable ended, Consumer<RuntimeException> broken) {
        this.writer = writer;
        this.ended = ended;
        this.broken = broken;
    }

    @Override
    public void on(RouteEvent event) {
        if (isOver()) {
            return;
        }
        try {
            writer.on(event);
            changed();
        } catch (SetupException | RequestException unwritable) {
            broken.accept(unwritable);
            end();
            return;
        }
        if (event instanceof RouteEvent.Finished
                || event instanceof RouteEvent.Cancelled
                || event instanceof RouteEvent.Failed) {
            end();
        }
    }

    private void end() {
        try {
            writer.close();
        } catch (SetupException full) {
            broken.accept(full);
        }
        ended.run();
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    /** How often something was written. */
    synchronized long changes() {
        return changes;
    }

    /** Whether nothing more is written. */
    synchronized boolean isOver() {
        return over;
    }

    /**
     * Waits until more was written than {@code seen} times, or nothing more is, or it is stopped.
     */
    void await(long seen, Cancellation stop) {
        try (Cancellation.Registration _ = stop.onCancel(this::wake)) {
            waitBeyond(seen, stop);
        }
    }

    private synchronized void waitBeyond(long seen, Cancellation stop) {
        try {
            while (changes == seen && !over && !stop.isCancelled()) {
                wait();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            stop.cancel();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }
}
