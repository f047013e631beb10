package dev.glimprouter.langchain4j;

import dev.glimprouter.time.Cancellation;
import dev.langchain4j.exception.LangChain4jException;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Waits for work in such a way that interrupting the waiting thread ends the work. */
final class Interruptible {

    private Interruptible() {}

    /**
     * Does the work in a thread of its own and waits for it.
     *
     * @param cancellation ends the work
     * @throws LangChain4jException if the work failed or the thread was interrupted; in that case
     *     it stays interrupted, and the work has ended
     */
    static <T> T call(Callable<T> work, Cancellation cancellation) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("glimprouter-chat").start(task);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw Errors.of(cause(failed));
        } catch (InterruptedException interrupted) {
            cancellation.cancel();
            await(task);
            Thread.currentThread().interrupt();
            throw new LangChain4jException(
                    "The thread was interrupted while it waited for an answer.", interrupted);
        }
    }

    private static Throwable cause(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause == null ? failed : cause;
    }

    private static void await(FutureTask<?> task) {
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException again) {
                // The work is about to end; being asked twice does not make it faster.
            } catch (ExecutionException ended) {
                return;
            }
        }
    }
}
