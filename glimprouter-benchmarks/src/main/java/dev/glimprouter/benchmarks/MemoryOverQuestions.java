package dev.glimprouter.benchmarks;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.question.Question;
import dev.glimprouter.strategy.RouterConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether memory grows: resident memory of this process while it answers one question after
 * another. Linux only.
 *
 * <pre>benchmarks/memory.sh [QUESTIONS]</pre>
 */
public final class MemoryOverQuestions {

    private static final double MOST = 1.05;
    private static final int CONTEXT_TOKENS = 1024;
    private static final long SEED = 20_260_105;

    private MemoryOverQuestions() {}

    /** Asks: questions, the small and the large model. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        int early = Math.max(1, count / 10);
        Set<Integer> shown =
                new HashSet<>(List.of(early, count / 4, count / 2, 3 * count / 4, count));
        EngineOptions options =
                EngineOptions.DEFAULT.withContextTokens(CONTEXT_TOKENS).withSessions(1);
        RouterConfig config =
                RouterConfig.DEFAULT.withBudget(48).withAnswerLimit(24).withSeed(SEED);
        System.out.printf("%d questions, seed %d%n", count, SEED);
        try (Pair pair = Pair.open(arguments[1], arguments[2], options)) {
            GlimpRouter router = pair.router().withConfig(config);
            List<Question> questions = WordProblems.of(count, SEED);
            double first = 0;
            double last = 0;
            for (int done = 1; done <= count; done++) {
                router.ask(questions.get(done - 1));
                last = residentMebibytes();
                first = done == early ? last : first;
                if (shown.contains(done)) {
                    System.out.printf(Locale.ROOT, "question %3d: %.1f MiB resident%n", done, last);
                }
            }
            report(early, count, last / first);
        }
    }

    private static double residentMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }

    private static void report(int early, int count, double ratio) {
        System.out.printf(
                Locale.ROOT,
                "%s: question %d has %.4f times the memory of question %d, at most %.2f is allowed%n",
                ratio <= MOST ? "PASSED" : "FAILED",
                count,
                ratio,
                early,
                MOST);
        if (ratio > MOST) {
            System.exit(1);
        }
    }
}
