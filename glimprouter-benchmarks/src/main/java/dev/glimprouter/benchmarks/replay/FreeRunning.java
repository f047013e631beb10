package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.benchmarks.GradedQuestion;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;
import dev.glimprouter.trace.Phases;
import dev.glimprouter.trace.TraceSummary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Large alone, the clean and the official mode on the same questions, each writing what it will:
 * seconds, and where they went.
 *
 * <pre>benchmarks/free-running.sh FILE.jsonl [QUESTIONS [SMALL LARGE]]</pre>
 *
 * <p>Texts differ, and with them times: this is no comparison of routers ({@link
 * CleanAgainstOfficial} is), but what a user sees.
 */
public final class FreeRunning {

    private static final RouterConfig RULES =
            RouterConfig.DEFAULT.withBudget(1024).withAnswerLimit(256).withSeed(1);
    private static final int LONGEST = 1024 + 256 + 512;
    private static final double SECOND = 1e9;

    private final ReplayPair models;
    private final Map<String, List<TraceSummary>> runs = new LinkedHashMap<>();

    private FreeRunning(ReplayPair models) {
        this.models = models;
    }

    /** Asks: how many questions, their file, the small and the large model. */
    public static void main(String[] arguments) throws IOException {
        List<GradedQuestion> questions =
                GradedQuestion.read(Path.of(arguments[1]), Integer.parseInt(arguments[0]));
        Strategy glimpse =
                new ProbeThenDispatch(new EntropyThreshold(EntropyThreshold.DEFAULT_TAU));
        try (ReplayPair models = ReplayPair.open(arguments[2], arguments[3], LONGEST)) {
            FreeRunning free = new FreeRunning(models);
            for (GradedQuestion each : questions) {
                free.ask("large alone", new Uninterrupted(Writer.LARGE), RULES, each);
                free.ask("clean", glimpse, RULES, each);
                free.ask("official", glimpse, RULES.withMode(Mode.OFFICIAL), each);
            }
            free.report();
        }
    }

    private void ask(String name, Strategy strategy, RouterConfig rules, GradedQuestion asked) {
        List<RouteEvent> events = new ArrayList<>();
        new GlimpRouter(models.engines(), strategy, rules, Time.system())
                .ask(asked.question(), events::add, new Cancellation());
        runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(TraceSummary.of(events));
        System.err.print('.');
    }

    private void report() {
        System.err.println();
        System.out.println(
                "| | seconds a question | prefill small, large | glimpses | decode small, large | other | requests | steps by large | tokens small, large |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        runs.forEach(FreeRunning::row);
    }

    private static void row(String name, List<TraceSummary> of) {
        Phases all = of.stream().map(TraceSummary::phases).reduce(FreeRunning::sum).orElseThrow();
        Usage small = used(of, Writer.SMALL);
        Usage large = used(of, Writer.LARGE);
        int steps = of.stream().mapToInt(each -> each.reasoning().steps().size()).sum();
        int byLarge = of.stream().mapToInt(each -> each.steps(Writer.LARGE)).sum();
        double each = SECOND * of.size();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f, %.2f | %.2f | %.2f, %.2f | %.3f | %.1f | %d of %d | %d, %d |%n",
                name,
                of.stream().mapToLong(TraceSummary::nanos).sum() / each,
                all.smallPrefillNanos() / each,
                all.largePrefillNanos() / each,
                all.glimpseNanos() / each,
                all.smallDecodeNanos() / each,
                all.largeDecodeNanos() / each,
                all.otherNanos() / each,
                (double) (small.requests() + large.requests()) / of.size(),
                byLarge,
                steps,
                small.generatedTokens(),
                large.generatedTokens());
    }

    private static Usage used(List<TraceSummary> of, Writer writer) {
        return of.stream()
                .map(each -> each.usage().getOrDefault(writer, Usage.NONE))
                .reduce(Usage.NONE, Usage::plus);
    }

    private static Phases sum(Phases one, Phases other) {
        return new Phases(
                one.smallPrefillNanos() + other.smallPrefillNanos(),
                one.largePrefillNanos() + other.largePrefillNanos(),
                one.glimpseNanos() + other.glimpseNanos(),
                one.judgeNanos() + other.judgeNanos(),
                one.smallDecodeNanos() + other.smallDecodeNanos(),
                one.largeDecodeNanos() + other.largeDecodeNanos(),
                one.otherNanos() + other.otherNanos());
    }
}
