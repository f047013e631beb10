package dev.glimprouter.models.internal;

import dev.glimprouter.error.CancelledException;

import java.time.Duration;

/** Turns a thread's interrupt into a cancelled download; the interrupt flag stays set. */
public final class Interrupts {

    private Interrupts() {}

    /** Throws if the current thread is interrupted. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    /** Waits. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    /** What to throw after an {@link InterruptedException}. */
    static CancelledException cancelled(InterruptedException cause) {
        Thread.currentThread().interrupt();
        CancelledException cancelled = cancelled();
        cancelled.initCause(cause);
        return cancelled;
    }

    private static CancelledException cancelled() {
        return new CancelledException(
                "The download was interrupted; the next one goes on where it stopped.");
    }
}
