package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.event.Usage;
import dev.glimprouter.llamacpp.LlamaCppProvider;
import dev.glimprouter.models.Models;
import dev.glimprouter.models.PullListener;
import dev.glimprouter.openai.OpenAiProvider;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The time of the clean mode over that of the official mode, in interleaved pairs over the same
 * routes, and both over what the engines alone would take.
 *
 * <pre>benchmarks/clean-vs-official.sh [PAIRS [SMALL LARGE [TRACE...]]]</pre>
 *
 * <p>SMALL and LARGE are references as on the command line, or {@code paced paced} for two scripted
 * servers ({@link PacedServers}). A pair asks one question in both modes, in alternating order; the
 * same model writes each step in both, with the same number of tokens, greedy and past any end of
 * sequence ({@link ReplayEngine}). Routes are those of the traces in turn; without traces, drawn
 * ones: 24 steps of 20 tokens in the mean, a quarter of them by large, and an answer of 24 tokens.
 * The first pair only warms up.
 *
 * <p>The floor of a question is what its models must do at least: the tokens that each has to read
 * and to write, at the rates that the engines reach without a router, measured beside each pair.
 */
public final class CleanAgainstOfficial {

    private static final String PACED = "paced";
    private static final double WANTED = 0.96;
    private static final int STEPS = 24;
    private static final double LARGE_SHARE = 0.25;
    private static final int ANSWER_TOKENS = 24;
    private static final int HEAD_ROOM = 1024;

    private final Map<Writer, Engine> engines;
    private final List<ReplayRoute> routes;
    private final int pairs;
    private final double[] clean;
    private final double[] official;
    private final double[] floors;

    private CleanAgainstOfficial(Map<Writer, Engine> engines, List<ReplayRoute> routes, int pairs) {
        this.engines = engines;
        this.routes = routes;
        this.pairs = pairs;
        this.clean = new double[pairs];
        this.official = new double[pairs];
        this.floors = new double[pairs];
    }

    /** Measures: pairs, the small and the large model, traces. */
    public static void main(String[] arguments) {
        int pairs = Integer.parseInt(arguments[0]);
        if (pairs < 2) {
            throw new IllegalArgumentException("An interval needs two pairs or more.");
        }
        List<ReplayRoute> routes = new ArrayList<>();
        for (String trace : Arrays.asList(arguments).subList(3, arguments.length)) {
            routes.add(ReplayRoute.of(Path.of(trace)));
        }
        for (int i = 0; routes.size() < pairs + 1 && arguments.length == 3; i++) {
            routes.add(ReplayRoute.drawn(STEPS, LARGE_SHARE, ANSWER_TOKENS, i));
        }
        if (arguments[1].equals(PACED)) {
            try (PacedServers servers = PacedServers.start()) {
                measure(servers.small().uri() + "", servers.large().uri() + "", routes, pairs);
            }
        } else {
            measure(arguments[1], arguments[2], routes, pairs);
        }
    }

    private static void measure(String small, String large, List<ReplayRoute> routes, int pairs) {
        int longest = routes.stream().mapToInt(ReplayRoute::tokens).max().orElseThrow();
        EngineOptions options = EngineOptions.DEFAULT.withContextTokens(longest + HEAD_ROOM);
        Models models = Models.ofUser();
        try (Engine one = open(models, small, options);
                Engine other = open(models, large, options)) {
            Map<Writer, Engine> engines =
                    new EnumMap<>(Map.of(Writer.SMALL, one, Writer.LARGE, other));
            new CleanAgainstOfficial(engines, routes, pairs).run();
        }
    }

    private static Engine open(Models models, String ref, EngineOptions options) {
        ModelSource source = models.source(models.parse(ref), PullListener.NONE);
        EngineProvider provider =
                source instanceof ModelSource.Servers
                        ? new OpenAiProvider()
                        : new LlamaCppProvider();
        return provider.open(source, options);
    }

    private void run() {
        for (int i = -1; i < pairs; i++) {
            ReplayRoute route = routes.get((i + 1) % routes.size());
            Map<Writer, Rates> rates = new EnumMap<>(Writer.class);
            int number = i;
            engines.forEach((writer, engine) -> rates.put(writer, Rates.of(engine, number)));
            boolean cleanFirst = i % 2 == 0;
            Result first = ask(route, cleanFirst ? Mode.CLEAN : Mode.OFFICIAL, i);
            Result second = ask(route, cleanFirst ? Mode.OFFICIAL : Mode.CLEAN, i);
            Result ours = cleanFirst ? first : second;
            Result theirs = cleanFirst ? second : first;
            double floor = floor(ours, route, rates);
            print(i, route, ours, theirs, floor, rates);
            if (i >= 0) {
                clean[i] = ours.nanos();
                official[i] = theirs.nanos();
                floors[i] = floor;
            }
        }
        report();
    }

    private Result ask(ReplayRoute route, Mode mode, int pair) {
        Replay replay = new Replay(route);
        Map<Writer, Engine> replaying = new EnumMap<>(Writer.class);
        engines.forEach(
                (writer, engine) ->
                        replaying.put(writer, new ReplayEngine(engine, writer, replay)));
        GlimpRouter router =
                new GlimpRouter(
                        replaying,
                        new ProbeThenDispatch(new EntropyThreshold(EntropyThreshold.DEFAULT_TAU)),
                        RouterConfig.DEFAULT.withSampling(Sampling.GREEDY).withMode(mode),
                        Time.system());
        Question question =
                Question.of("Question no. %d, %s: how long is a rope?".formatted(pair, mode))
                        .withId("pair-" + pair);
        Result result = router.ask(question, replay, new Cancellation());
        if (result.reasoning().steps().size() != route.steps().size()
                || result.reasoning().tokens() + route.answerTokens() != route.tokens()) {
            throw new IllegalStateException(
                    "The %s mode left its route: %d steps, %d tokens, stop %s"
                            .formatted(
                                    mode,
                                    result.reasoning().steps().size(),
                                    result.reasoning().tokens(),
                                    result.stop()));
        }
        return result;
    }

    /** Each model reads what the clean mode had it read, and writes what the route says. */
    private static double floor(Result result, ReplayRoute route, Map<Writer, Rates> rates) {
        double nanos = 0;
        for (Map.Entry<Writer, Rates> each : rates.entrySet()) {
            Writer writer = each.getKey();
            Usage usage = result.usage().getOrDefault(writer, Usage.NONE);
            int answer = writer == Writer.LARGE ? route.answerTokens() : 0;
            nanos += each.getValue().nanos(usage.promptTokens(), route.tokens(writer) + answer);
        }
        return nanos;
    }

    private static void print(
            int pair,
            ReplayRoute route,
            Result ours,
            Result theirs,
            double floor,
            Map<Writer, Rates> rates) {
        System.out.printf(
                Locale.ROOT,
                "pair %2d: clean %.3f s, official %.3f s, ratio %.4f, floor %.3f s; %s%s%n",
                pair + 1,
                ours.nanos() / 1e9,
                theirs.nanos() / 1e9,
                (double) ours.nanos() / theirs.nanos(),
                floor / 1e9,
                route,
                pair < 0 ? " (warm-up)" : "");
        rates.forEach(
                (writer, each) ->
                        System.out.printf(
                                Locale.ROOT,
                                "         %s: prefill %.3f ms, decode %.3f ms a token; prompt tokens %d clean, %d official; requests %d and %d%n",
                                writer,
                                each.prefill() / 1e6,
                                each.decode() / 1e6,
                                prompt(ours, writer),
                                prompt(theirs, writer),
                                requests(ours, writer),
                                requests(theirs, writer)));
    }

    private static long prompt(Result result, Writer writer) {
        return result.usage().getOrDefault(writer, Usage.NONE).promptTokens();
    }

    private static long requests(Result result, Writer writer) {
        return result.usage().getOrDefault(writer, Usage.NONE).requests();
    }

    private void report() {
        GeometricRatio ratio = GeometricRatio.of(clean, official);
        print("clean / floor", GeometricRatio.of(clean, floors));
        print("official / floor", GeometricRatio.of(official, floors));
        print("clean / official", ratio);
        boolean passed = ratio.upper() <= WANTED;
        System.out.printf(
                Locale.ROOT,
                "%s: the whole interval of clean / official lies %s %.2f (%d pairs)%n",
                passed ? "PASSED" : "FAILED",
                passed ? "at or below" : "not below",
                WANTED,
                pairs);
    }

    private static void print(String what, GeometricRatio ratio) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %.4f, 95 %% interval %.4f to %.4f%n",
                what,
                ratio.ratio(),
                ratio.lower(),
                ratio.upper());
    }
}
