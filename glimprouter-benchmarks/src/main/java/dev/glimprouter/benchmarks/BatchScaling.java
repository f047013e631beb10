package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.llamacpp.BatchStatistics;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.RouterConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * How much faster questions are asked 8 and 16 at a time than one after another, held against plain
 * libllama at full batches.
 *
 * <p>After each phase, while the engine is idle, {@code benchmarks/batch_floor.c} evaluates and
 * decodes the same numbers of tokens, in batches of the phase's width that are always full: the
 * least time. The engine's efficiency is that time over its own. Each phase has problems of its
 * own, so that no cache of an earlier one helps; since the phases therefore differ in their tokens,
 * the share of the speed-up that is reached is the efficiency at a width over the efficiency one
 * after another.
 *
 * <pre>benchmarks/batch-scaling.sh [QUESTIONS [THREADS]]</pre>
 */
public final class BatchScaling {

    private static final double WANTED = 0.85;
    private static final int[] WIDTHS = {1, 8, 16};
    private static final int MOST = 16;
    private static final int CONTEXT_TOKENS = 1024;
    private static final long SEED = 20_260_105;

    private BatchScaling() {}

    /** A phase and the least time for its tokens, in nanoseconds. */
    private record Measured(BatchPhase phase, double floor) {
        double efficiency() {
            return floor / phase.nanos();
        }
    }

    /**
     * Runs the comparison: questions, threads, the C program, the library directory, shared or
     * apart, the small and the large model.
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        int questions = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        Path libraries = Path.of(arguments[3]);
        EngineOptions options =
                new EngineOptions(
                        CONTEXT_TOKENS,
                        MOST,
                        0,
                        threads,
                        0,
                        Optional.empty(),
                        Optional.of(libraries),
                        _ -> {});
        System.out.printf("%d questions, %d threads, seed %d%n", questions, threads, SEED);
        boolean passed;
        try (Pair pair = Pair.open(arguments[5], arguments[6], options)) {
            Map<Writer, Program> floors = new EnumMap<>(Writer.class);
            try {
                for (Map.Entry<Writer, Path> file : pair.files().entrySet()) {
                    floors.put(file.getKey(), floor(arguments, file.getValue()));
                }
                passed = report(measure(pair, floors, questions));
            } finally {
                for (Program program : floors.values()) {
                    program.close();
                }
            }
        }
        if (!passed) {
            System.exit(1);
        }
    }

    private static Program floor(String[] arguments, Path model) throws IOException {
        return Program.start(
                List.of(
                        arguments[2],
                        arguments[3],
                        model.toString(),
                        arguments[1],
                        Integer.toString(MOST),
                        Integer.toString(CONTEXT_TOKENS),
                        arguments[4]));
    }

    private static List<Measured> measure(Pair pair, Map<Writer, Program> floors, int count)
            throws IOException, InterruptedException, ExecutionException {
        RouterConfig config =
                RouterConfig.DEFAULT.withBudget(192).withAnswerLimit(64).withSeed(SEED);
        GlimpRouter router = pair.router().withConfig(config);
        BatchPhase.run(pair, router, WordProblems.of(1, SEED), 1);
        List<Measured> all = new ArrayList<>();
        for (int width : WIDTHS) {
            List<Question> questions = WordProblems.of(count, SEED + width);
            all.add(measure(BatchPhase.run(pair, router, questions, width), floors));
        }
        return all;
    }

    private static Measured measure(BatchPhase phase, Map<Writer, Program> floors)
            throws IOException {
        double floor = 0;
        for (Map.Entry<Writer, Counts> entry : phase.counts().entrySet()) {
            Program program = floors.get(entry.getKey());
            if (program != null) {
                floor += floor(program, phase.width(), entry.getKey(), entry.getValue());
            }
        }
        Measured measured = new Measured(phase, floor);
        print(measured);
        return measured;
    }

    private static double floor(Program program, int width, Writer writer, Counts counts)
            throws IOException {
        long length = Math.min(CONTEXT_TOKENS, counts.meanLength());
        String[] nanos =
                program.ask(
                                "%d %d %d %d"
                                        .formatted(
                                                width, length, counts.prefill(), counts.decode()))
                        .split(" ", -1);
        double prefill = Double.parseDouble(nanos[0]);
        double decode = Double.parseDouble(nanos[1]);
        System.out.printf(
                Locale.ROOT,
                "  plain libllama, %s: prefill %d tokens %.2f s, decode %d tokens %.2f s (texts of %d)%n",
                name(writer),
                counts.prefill(),
                prefill / 1e9,
                counts.decode(),
                decode / 1e9,
                length);
        return prefill + decode;
    }

    private static void print(Measured measured) {
        BatchPhase phase = measured.phase();
        phase.batches().forEach(BatchScaling::print);
        System.out.printf(
                Locale.ROOT,
                "%d at once: engine %.2f s, plain libllama %.2f s, efficiency %.3f%n",
                phase.width(),
                phase.nanos() / 1e9,
                measured.floor() / 1e9,
                measured.efficiency());
    }

    private static void print(Writer writer, BatchStatistics batches) {
        System.out.printf(
                Locale.ROOT,
                "  engine, %s: %d batches, occupancy %.2f sequences, prefill %.1f %% of %d tokens, %.2f s%n",
                name(writer),
                batches.batches(),
                batches.occupancy(),
                100 * batches.prefillShare(),
                batches.tokens(),
                batches.nanos() / 1e9);
    }

    private static String name(Writer writer) {
        return writer.name().toLowerCase(Locale.ROOT);
    }

    private static boolean report(List<Measured> all) {
        Measured alone = all.getFirst();
        boolean passed = true;
        for (Measured together : all.subList(1, all.size())) {
            double share = together.efficiency() / alone.efficiency();
            double plain = alone.floor() / together.floor();
            passed &= share >= WANTED;
            System.out.printf(
                    Locale.ROOT,
                    "%d at once: speed-up engine %.2f, plain libllama %.2f; for equal tokens the engine reaches %.3f of it%n",
                    together.phase().width(),
                    (double) alone.phase().nanos() / together.phase().nanos(),
                    plain,
                    share);
        }
        System.out.printf(
                Locale.ROOT, "%s: at least %.2f is wanted%n", passed ? "PASSED" : "FAILED", WANTED);
        return passed;
    }
}
