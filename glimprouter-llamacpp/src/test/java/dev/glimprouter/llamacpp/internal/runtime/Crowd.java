package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several readers at the same time, each on a virtual thread of its own. */
final class Crowd {

    private Crowd() {}

    /** Opens sessions with questions of their own, "one" the first, and reads them all. */
    static List<Reading> read(LlamaEngine engine, int sessions, Generation request) {
        List<Callable<Reading>> tasks = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            String question = i == 0 ? "one" : "number " + i;
            tasks.add(
                    () -> {
                        try (Session session = TinyEngines.ask(engine, question)) {
                            return Reading.all(session, request);
                        }
                    });
        }
        return all(tasks);
    }

    /** Runs tasks at the same time and waits for all of them. */
    static <T> List<T> all(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}
