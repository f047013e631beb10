package dev.glimprouter.eval.plan;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.DraftThenVerify;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.RoutingPolicy;
import dev.glimprouter.strategy.SoloSteps;
import dev.glimprouter.strategy.StepView;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.strategy.Uninterrupted;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds out what any strategy does: from its own recording, or else from another one's. */
final class Planner {

    /** How often a strategy that draws is replayed on each question. */
    private static final int DRAWS = 8;

    private final Recordings recordings;
    private final Assumptions assumptions;

    Planner(Recordings recordings, Assumptions assumptions) {
        this.recordings = recordings;
        this.assumptions = assumptions;
    }

    /**
     * What a strategy does.
     *
     * @throws RequestException if no recording tells
     */
    Workload of(Contestant wanted) {
        Optional<Recording> own = recordings.of(wanted.name());
        if (own.isPresent()) {
            return Workload.recorded(own.get());
        }
        if (wanted.config().ahead() || wanted.config().race()) {
            throw unknown(wanted, "what overlaps is not planned");
        }
        return wanted.config().speculative() ? drafted(wanted) : replayed(wanted);
    }

    private Workload drafted(Contestant wanted) {
        Contestant plain =
                new Contestant(wanted.expression(), wanted.config().withSpeculative(false));
        OptionalDouble assumed = assumptions.acceptance();
        Drafted drafted =
                assumed.isPresent()
                        ? Drafted.accepting(assumed.getAsDouble())
                        : Drafted.recorded(recordings.all())
                                .orElseThrow(
                                        () ->
                                                unknown(
                                                        wanted,
                                                        "no run drafted tokens, and --acceptance is not given"));
        return drafted.applyTo(of(plain), wanted.name(), assumed);
    }

    private Workload replayed(Contestant wanted) {
        Strategy strategy = wanted.strategy();
        return switch (strategy) {
            case Uninterrupted solo -> fixed(wanted, solo.writer());
            case SoloSteps solo -> fixed(wanted, solo.writer());
            case ProbeThenDispatch routed ->
                    best(wanted, new PolicyRouter(() -> policy(wanted)), draws(routed.name()))
                            .orElseThrow(
                                    () ->
                                            unknown(
                                                    wanted,
                                                    "no run glimpsed before every step, as glimpse does"));
            case DraftThenVerify drafting -> drafting(wanted, drafting);
            default -> throw unknown(wanted, "nothing else tells what it does");
        };
    }

    private static RoutingPolicy policy(Contestant wanted) {
        return ((ProbeThenDispatch) wanted.strategy()).policy();
    }

    private static int draws(String strategy) {
        return strategy.contains("random") ? DRAWS : 1;
    }

    private Workload fixed(Contestant wanted, Writer writer) {
        return best(wanted, new PolicyRouter(() -> new Always(writer)), 1)
                .orElseThrow(() -> unknown(wanted, "no run was written step by step"));
    }

    private Workload drafting(Contestant wanted, DraftThenVerify strategy) {
        return VerdictRouter.of(strategy)
                .flatMap(router -> sameVerifier(wanted, strategy, router))
                .or(() -> assumed(wanted, strategy))
                .orElseThrow(() -> unknown(wanted, "nothing else tells what it does"));
    }

    private Optional<Workload> sameVerifier(
            Contestant wanted, DraftThenVerify strategy, Router router) {
        String rule = strategy.verifier().name() + "(";
        return recordings.all().stream()
                .filter(one -> one.strategy().startsWith(rule))
                .filter(Planner::isPlain)
                .flatMap(one -> Replay.of(one, wanted.strategy(), router, 1).stream())
                .min(Comparator.comparingDouble(Replay.Played::changed))
                .map(Replay.Played::workload);
    }

    private Optional<Workload> assumed(Contestant wanted, DraftThenVerify strategy) {
        double rejected = assumptions.rejected().orElseGet(this::largeShare);
        return DraftRouter.of(strategy, rejected)
                .flatMap(router -> best(wanted, router, DRAWS))
                .map(
                        workload ->
                                workload.assuming(
                                        "%s of drafts are rejected"
                                                .formatted(Numbers.percent(rejected))));
    }

    /** Share of the steps that large wrote where it was routed. */
    private double largeShare() {
        Work sum =
                recordings.all().stream()
                        .filter(one -> one.strategy().startsWith("glimpse("))
                        .flatMap(one -> one.questions().stream())
                        .map(Recorded::work)
                        .reduce(Work.NONE, Work::plus);
        return sum.largeShare();
    }

    /** By the recording on which the fewest tokens change their writer. */
    private Optional<Workload> best(Contestant wanted, Router router, int draws) {
        List<Recording> routed =
                recordings.all().stream()
                        .filter(Planner::isPlain)
                        .filter(Planner::isRouted)
                        .toList();
        return best(routed, wanted, router, draws)
                .or(
                        () ->
                                best(
                                        recordings.all().stream().filter(Planner::isPlain).toList(),
                                        wanted,
                                        router,
                                        draws));
    }

    private static Optional<Workload> best(
            List<Recording> sources, Contestant wanted, Router router, int draws) {
        return sources.stream()
                .flatMap(one -> Replay.of(one, wanted.strategy(), router, draws).stream())
                .min(Comparator.comparingDouble(Replay.Played::changed))
                .map(Replay.Played::workload);
    }

    /** Whether nothing but the strategy decided what was done when. */
    private static boolean isPlain(Recording one) {
        return one.system().equals(one.strategy())
                && one.questions().stream().noneMatch(each -> each.route().whole());
    }

    private static boolean isRouted(Recording one) {
        return one.questions().stream()
                .allMatch(
                        each ->
                                each.route().legs().stream()
                                        .allMatch(leg -> leg.draft().isEmpty()));
    }

    private static RequestException unknown(Contestant wanted, String why) {
        return new RequestException(
                String.format(
                        Locale.ROOT,
                        "What %s does cannot be told from these runs: %s. Record a run of it with eval.",
                        wanted.name(),
                        why));
    }

    /**
     * One model writes every step.
     *
     * @param writer the model
     */
    private record Always(Writer writer) implements RoutingPolicy {

        @Override
        public String name() {
            return "always";
        }

        @Override
        public Optional<Decision> decide(StepView step) {
            return Optional.of(Decision.fixed(writer, name(), "always"));
        }
    }
}
