package dev.glimprouter.benchmarks.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One way from a client to the models: always the same request, over connections that stay open.
 *
 * <p>Under load requests start when they are due, whatever became of those before them, and their
 * time runs from then on; where all connections are taken, it runs while they wait. A thread that
 * has a connection takes the next request that is due, so that nothing is handed over in the
 * client.
 */
final class Arm implements AutoCloseable {

    /** A sleeper wakes up late; the rest is waited for awake. */
    private static final long AWAKE_NANOS = 120_000;

    private static final double SECOND = 1e9;

    private final byte[] request;
    private final String lastWord;
    private final List<Line> lines = new ArrayList<>();
    private final ExecutorService threads;

    Arm(int port, byte[] request, String lastWord, int connections) throws IOException {
        this.request = request;
        this.lastWord = lastWord;
        for (int i = 0; i < connections; i++) {
            lines.add(Line.to(port));
        }
        this.threads = Executors.newFixedThreadPool(connections, Thread.ofPlatform().factory());
    }

    /** The times of so many requests at a rate, in nanoseconds from when each was due. */
    long[] load(int count, double perSecond) throws InterruptedException {
        long[] took = new long[count];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime() + 2 * AWAKE_NANOS;
        List<Callable<Void>> workers = new ArrayList<>();
        for (Line line : lines) {
            workers.add(
                    () -> {
                        for (int i = next.getAndIncrement();
                                i < count;
                                i = next.getAndIncrement()) {
                            long due = start + (long) (i * SECOND / perSecond);
                            await(due);
                            took[i] = ask(line) - due;
                        }
                        return null;
                    });
        }
        for (Future<Void> worker : threads.invokeAll(workers)) {
            try {
                worker.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return took;
    }

    /** The times of so many requests one after the other over one connection, in nanoseconds. */
    long[] inTurn(int count) throws IOException {
        long[] took = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            took[i] = ask(lines.getFirst()) - start;
        }
        return took;
    }

    /** When the reply was there. */
    private long ask(Line line) throws IOException {
        line.ask(request);
        long end = System.nanoTime();
        String reply = line.text();
        if (!reply.startsWith("HTTP/1.1 200") || !reply.contains(lastWord)) {
            throw new IOException("not the answer that was wanted: " + reply);
        }
        return end;
    }

    private static void await(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            if (left > AWAKE_NANOS) {
                LockSupport.parkNanos(left - AWAKE_NANOS);
            } else {
                Thread.onSpinWait();
            }
            left = due - System.nanoTime();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        for (Line line : lines) {
            line.close();
        }
    }
}
