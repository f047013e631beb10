package dev.glimprouter.testkit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a test wait until a reader is blocked. */
final class Silence {

    private static final long PATIENCE_SECONDS = 30;

    private final Semaphore blocked = new Semaphore(0);

    void begins() {
        blocked.release();
    }

    void await() {
        try {
            if (!blocked.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no reader came to a scripted silence");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a silence", interrupted);
        }
    }
}
