package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.event.Usage;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.ProbeThenDispatch;
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
 * servers ({@link PacedServers}). A pair asks one question in both modes, and on the scripted
 * servers also with overlap, in turning order; the same model writes each step in all, with the
 * same number of tokens, greedy and past any end of sequence ({@link ReplayEngine}). Routes are
 * those of the traces in turn; without traces, drawn ones: 24 steps of 20 tokens in the mean, a
 * quarter of them by large, and an answer of 24 tokens. The first pair only warms up.
 *
 * <p>The floor of a question is what its models must do at least: the tokens that each has to read
 * and to write, at the rates that the engines reach without a router, measured beside each pair.
 */
public final class CleanAgainstOfficial {

    private static final int STEPS = 24;
    private static final double LARGE_SHARE = 0.25;
    private static final int ANSWER_TOKENS = 24;

    private final ReplayPair models;
    private final List<ReplayRoute> routes;
    private final List<Arm> arms;
    private final int pairs;
    private final Map<Arm, double[]> nanos = new EnumMap<>(Arm.class);
    private final double[] floors;

    private CleanAgainstOfficial(ReplayPair models, List<ReplayRoute> routes, int pairs) {
        this.models = models;
        this.routes = routes;
        this.arms = models.overlaps() ? List.of(Arm.values()) : List.of(Arm.CLEAN, Arm.OFFICIAL);
        this.pairs = pairs;
        this.floors = new double[pairs];
        arms.forEach(arm -> nanos.put(arm, new double[pairs]));
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
        int longest = routes.stream().mapToInt(ReplayRoute::tokens).max().orElseThrow();
        try (ReplayPair models = ReplayPair.open(arguments[1], arguments[2], longest)) {
            new CleanAgainstOfficial(models, routes, pairs).run();
        }
    }

    private void run() {
        for (int i = -1; i < pairs; i++) {
            ReplayRoute route = routes.get((i + 1) % routes.size());
            Map<Writer, Rates> rates = new EnumMap<>(Writer.class);
            int number = i;
            models.engines()
                    .forEach(
                            (writer, engine) ->
                                    rates.put(
                                            writer, Rates.of(engine, number, route.tokens() / 2)));
            Map<Arm, Result> results = new EnumMap<>(Arm.class);
            for (int turn = 0; turn < arms.size(); turn++) {
                Arm arm = arms.get(Math.floorMod(i + turn, arms.size()));
                results.put(arm, ask(route, arm, i));
            }
            double floor = floor(resultOf(results, Arm.CLEAN), route, rates);
            print(i, route, results, floor, rates);
            if (i >= 0) {
                floors[i] = floor;
                results.forEach((arm, result) -> nanosOf(arm)[number] = result.nanos());
            }
        }
        report();
    }

    private Result ask(ReplayRoute route, Arm arm, int pair) {
        Replay replay = new Replay(route);
        Map<Writer, Engine> replaying = new EnumMap<>(Writer.class);
        models.engines()
                .forEach(
                        (writer, engine) ->
                                replaying.put(writer, new ReplayEngine(engine, writer, replay)));
        GlimpRouter router =
                new GlimpRouter(
                        replaying,
                        new ProbeThenDispatch(new EntropyThreshold(EntropyThreshold.DEFAULT_TAU)),
                        arm.rules(),
                        Time.system());
        Question question =
                Question.of("Question no. %d, %s: how long is a rope?".formatted(pair, arm))
                        .withId("pair-" + pair);
        Result result = router.ask(question, replay, new Cancellation());
        if (result.reasoning().steps().size() != route.steps().size()
                || result.reasoning().tokens() + route.answerTokens() != route.tokens()) {
            throw new IllegalStateException(
                    "%s left its route: %d steps, %d tokens, stop %s"
                            .formatted(
                                    arm,
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
            int answer = writer == Writer.LARGE ? route.answerTokens() : 0;
            nanos +=
                    each.getValue()
                            .nanos(
                                    used(result, writer).promptTokens(),
                                    route.tokens(writer) + answer);
        }
        return nanos;
    }

    private static Usage used(Result result, Writer writer) {
        return result.usage().getOrDefault(writer, Usage.NONE);
    }

    private static Result resultOf(Map<Arm, Result> results, Arm arm) {
        Result result = results.get(arm);
        if (result == null) {
            throw new IllegalStateException(arm + " was not asked");
        }
        return result;
    }

    private double[] nanosOf(Arm arm) {
        double[] measured = nanos.get(arm);
        if (measured == null) {
            throw new IllegalStateException(arm + " is not measured");
        }
        return measured;
    }

    private static void print(
            int pair,
            ReplayRoute route,
            Map<Arm, Result> results,
            double floor,
            Map<Writer, Rates> rates) {
        System.out.printf(
                Locale.ROOT,
                "pair %2d: floor %.3f s; %s%s%n",
                pair + 1,
                floor / 1e9,
                route,
                pair < 0 ? " (warm-up)" : "");
        results.forEach(CleanAgainstOfficial::print);
        rates.forEach(
                (writer, each) ->
                        System.out.printf(
                                Locale.ROOT,
                                "         %s: prefill %.3f ms, decode %.3f ms a token%n",
                                writer,
                                each.prefill() / 1e6,
                                each.decode() / 1e6));
    }

    private static void print(Arm arm, Result result) {
        System.out.printf(Locale.ROOT, "         %-8s %.3f s%n", arm, result.nanos() / 1e9);
        result.usage()
                .forEach(
                        (writer, usage) ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "           %s: %d prompt tokens, %d requests, lost %d races; prefill %.3f, glimpses %.3f, decode %.3f s%n",
                                        writer,
                                        usage.promptTokens(),
                                        usage.requests(),
                                        usage.overlapping().lostRaces(),
                                        usage.prefillNanos() / 1e9,
                                        usage.glimpseNanos() / 1e9,
                                        usage.decodeNanos() / 1e9));
    }

    private void report() {
        for (Arm arm : arms) {
            GeometricRatio ratio = GeometricRatio.of(nanosOf(arm), floors);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s / floor %.4f, 95 %% interval %.4f to %.4f (%d pairs)%n",
                    arm,
                    ratio.ratio(),
                    ratio.lower(),
                    ratio.upper(),
                    pairs);
        }
        GeometricRatio floor = GeometricRatio.of(nanosOf(Arm.CLEAN), floors);
        models.mostOverFloor()
                .ifPresent(
                        most -> System.out.println(new Goal("clean", "floor", floor, most, false)));
        for (Arm arm : arms) {
            if (arm != Arm.OFFICIAL) {
                GeometricRatio ratio = GeometricRatio.of(nanosOf(arm), nanosOf(Arm.OFFICIAL));
                System.out.println(
                        new Goal(arm + "", "official", ratio, models.mostOverOfficial(), true));
            }
        }
        if (arms.contains(Arm.OVERLAP)) {
            GeometricRatio ratio = GeometricRatio.of(nanosOf(Arm.OVERLAP), nanosOf(Arm.CLEAN));
            System.out.println(new Goal("overlap", "clean", ratio, 1, true));
        }
    }
}
