package dev.glimprouter.openai.internal.http;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * What servers are told last: requests in the background whose reply nobody waits for but {@link
 * #close}.
 *
 * <p>Thread safe.
 */
final class Farewells implements AutoCloseable {

    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("farewell").factory());
    private final Duration grace;

    /**
     * None yet.
     *
     * @param grace how long closing waits for all of them, at most
     */
    Farewells(Duration grace) {
        this.grace = grace;
    }

    /** Begins one; after the closing it is lost. */
    void begin(Runnable request) {
        try {
            executor.execute(request);
        } catch (RejectedExecutionException late) {
            // Connections are closed too, which is the other way to the same end.
        }
    }

    /**
     * Waits for those under way. An interrupt ends the wait; one that was there before does not,
     * and stays set.
     */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            executor.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
