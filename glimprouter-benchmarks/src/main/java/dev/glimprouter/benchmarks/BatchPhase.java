package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.llamacpp.BatchStatistics;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Questions asked so many at a time.
 *
 * @param width how many at a time
 * @param nanos wall-clock nanoseconds of all
 * @param counts tokens by model
 * @param batches how full the batches were, by model
 */
record BatchPhase(
        int width, long nanos, Map<Writer, Counts> counts, Map<Writer, BatchStatistics> batches) {

    /** Asks all questions, {@code width} at a time. */
    static BatchPhase run(Pair pair, GlimpRouter router, List<Question> questions, int width)
            throws InterruptedException, ExecutionException {
        Map<Writer, BatchStatistics> before = statistics(pair);
        long start = System.nanoTime();
        List<Result> results = ask(router, questions, width);
        long nanos = System.nanoTime() - start;
        Map<Writer, BatchStatistics> batches = statistics(pair);
        batches.replaceAll((writer, now) -> now.since(Objects.requireNonNull(before.get(writer))));
        return new BatchPhase(width, nanos, counts(results), batches);
    }

    private static List<Result> ask(GlimpRouter router, List<Question> questions, int width)
            throws InterruptedException, ExecutionException {
        Semaphore places = new Semaphore(width);
        List<Future<Result>> pending = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Question question : questions) {
                places.acquire();
                Callable<Result> task =
                        () -> {
                            try {
                                return router.ask(question);
                            } finally {
                                places.release();
                            }
                        };
                pending.add(threads.submit(task));
            }
            for (Future<Result> each : pending) {
                results.add(each.get());
            }
        }
        return results;
    }

    private static Map<Writer, BatchStatistics> statistics(Pair pair) {
        Map<Writer, BatchStatistics> all = new EnumMap<>(Writer.class);
        pair.engines().forEach((writer, engine) -> all.put(writer, BatchStatistics.of(engine)));
        return all;
    }

    private static Map<Writer, Counts> counts(List<Result> results) {
        Map<Writer, Counts> all = new EnumMap<>(Writer.class);
        for (Result result : results) {
            result.usage()
                    .forEach(
                            (writer, usage) ->
                                    all.merge(
                                            writer,
                                            Counts.NONE.plus(usage),
                                            (sum, _) -> sum.plus(usage)));
        }
        return all;
    }
}
