package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RetryableException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one thread that computes, changes caches and frees, for all models of the processor; models
 * on a GPU have another one, so that both work at the same time.
 *
 * <p>Sessions leave jobs with their model and wake it; it serves its models in turn, one batch
 * each. Everything that sessions share with it is guarded by {@link #lock}.
 */
final class DecodeLoop {

    private static final DecodeLoop PROCESSOR = new DecodeLoop("glimprouter-decode");
    private static final long SHUTDOWN_MILLIS = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<FutureTask<?>> commands = new ArrayDeque<>();
    private final List<LoadedModel> models = new ArrayList<>();
    private final Thread thread;
    private int turn;
    private boolean stopping;

    private DecodeLoop(String name) {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("glimprouter-stop").unstarted(this::stop));
    }

    /** That of the models on the processor. */
    static DecodeLoop ofProcessor() {
        return PROCESSOR;
    }

    /** That of the models of which layers are on a GPU. */
    static DecodeLoop ofGpu() {
        return Gpu.LOOP;
    }

    /** Started when it is first asked for. */
    private static final class Gpu {
        static final DecodeLoop LOOP = new DecodeLoop("glimprouter-decode-gpu");
    }

    String name() {
        return thread.getName();
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Says that there may be something to do. Called with the lock held. */
    void wake() {
        work.signal();
    }

    /** Whether the process is shutting down. Called with the lock held. */
    boolean isStopping() {
        return stopping;
    }

    /**
     * Runs a command on the decode thread and waits for it.
     *
     * @throws RetryableException if the process is shutting down
     */
    <T> T call(Callable<T> command) {
        try {
            return await(submit(new FutureTask<>(command)));
        } catch (CancellationException stopped) {
            throw new RetryableException("The process is shutting down.", stopped);
        }
    }

    /** Runs a command on the decode thread and waits for it, unless the process shuts down. */
    void runUnlessStopping(Runnable command) {
        try {
            await(submit(new FutureTask<>(command, true)));
        } catch (CancellationException stopped) {
            // The process ends, and with it all that the command would have freed.
        }
    }

    private <T> FutureTask<T> submit(FutureTask<T> task) {
        lock.lock();
        try {
            commands.add(task);
            if (stopping) {
                task.cancel(false);
            }
            work.signal();
        } finally {
            lock.unlock();
        }
        return task;
    }

    private static <T> T await(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw failure.getCause() instanceof GlimpRouterException known
                            ? known
                            : new IllegalStateException(failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void add(LoadedModel model) {
        lock.lock();
        try {
            models.add(model);
        } finally {
            lock.unlock();
        }
    }

    void remove(LoadedModel model) {
        lock.lock();
        try {
            models.remove(model);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Optional<Runnable> next = next();
        while (next.isPresent()) {
            next.get().run();
            next = next();
        }
    }

    private Optional<Runnable> next() {
        lock.lock();
        try {
            while (!stopping) {
                if (!commands.isEmpty()) {
                    return Optional.of(commands.removeFirst());
                }
                for (int i = 0; i < models.size(); i++) {
                    LoadedModel model = models.get((turn + i) % models.size());
                    Optional<Runnable> batch = model.next();
                    if (batch.isPresent()) {
                        turn = (turn + i + 1) % models.size();
                        return batch;
                    }
                }
                work.awaitUninterruptibly();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void stop() {
        lock.lock();
        try {
            stopping = true;
            commands.forEach(task -> task.cancel(false));
            models.forEach(LoadedModel::stop);
            work.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(SHUTDOWN_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
