package dev.glimprouter.eval.runner;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * Virtual threads that share a list of work. The first failure has all of them stop.
 *
 * @param count how many work at a time
 */
record Workers(int count) {

    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("glimprouter-question-", 0).factory();

    /**
     * Does all the work, in order of the list as far as it is begun.
     *
     * @param cancellation has it stop early
     * @param work does one item until its stop is requested; what it throws ends all
     * @throws CancelledException if the cancellation came first
     */
    <T> void doAll(List<T> items, Cancellation cancellation, BiConsumer<T, Cancellation> work) {
        Cancellation stop = new Cancellation();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable worker =
                () -> {
                    try {
                        for (int i = next.getAndIncrement();
                                i < items.size() && !stop.isCancelled();
                                i = next.getAndIncrement()) {
                            work.accept(items.get(i), stop);
                            done.incrementAndGet();
                        }
                    } catch (RuntimeException | Error thrown) {
                        failure.compareAndSet(null, thrown);
                        stop.cancel();
                    }
                };
        try (Cancellation.Registration _ = cancellation.onCancel(stop::cancel);
                ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (int i = 0; i < Math.min(count, items.size()); i++) {
                threads.execute(worker);
            }
        }
        rethrow(failure.get());
        if (done.get() < items.size()) {
            throw new CancelledException("The evaluation was stopped.");
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException known -> throw known;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }
}
