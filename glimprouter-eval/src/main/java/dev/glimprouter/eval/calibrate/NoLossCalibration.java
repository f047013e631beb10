package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.compare.Comparison;
import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.eval.compare.Comparisons;
import dev.glimprouter.eval.compare.Outcomes;
import dev.glimprouter.eval.run.RunOutcomes;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.eval.statistics.NonInferiority.Verdict;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the threshold with the least of large's work at which no loss against large alone is
 * shown.
 *
 * <p>The thresholds are fixed by the scores of a first round, before any answer is looked at, and
 * tried from the one with the most of large's work on; the first at which no loss cannot be shown
 * ends it. In such a fixed sequence each may be tested at the full level: the chance that the
 * threshold which is chosen loses more than the margin is that of one test.
 */
final class NoLossCalibration {

    private static final StrategyExpression LARGE = StrategyExpression.parse("large");

    private final CalibrationPlan plan;
    private final Target.NoLoss target;
    private final Rounds rounds;
    private final CalibrationListener listener;

    NoLossCalibration(
            CalibrationPlan plan,
            Target.NoLoss target,
            PlanRunner runner,
            CalibrationListener listener) {
        this.plan = plan;
        this.target = target;
        this.rounds = new Rounds(plan, runner);
        this.listener = listener;
    }

    Part find() {
        List<Round> done = new ArrayList<>();
        Contestant large = new Contestant(LARGE, plan.tunable().open().config());
        Round alone = told(rounds.of(large, Double.NaN), done);
        Round first = told(rounds.at(plan.start()), done);
        Outcomes baseline = outcomes(large);
        Optional<Round> best = Optional.empty();
        for (double threshold : grid(first)) {
            Round round = rounds.at(threshold);
            round = told(round.withLoss(loss(round, baseline)), done);
            if (round.loss().orElseThrow().verdict() != Verdict.SHOWN) {
                break;
            }
            best = Optional.of(round);
        }
        double chosen = best.orElseThrow(() -> nothingShown(alone)).threshold();
        return new Part(
                Optional.empty(),
                plan.knob().parameter(),
                chosen,
                true,
                plan.questions().dataset().problems().size(),
                done);
    }

    /** From the threshold with the most of large's work. */
    private List<Double> grid(Round first) {
        Path run = plan.file(plan.at(first.threshold()));
        return Matching.thresholds(
                        plan.tunable(), run, first.threshold(), Matching.spread(plan.rounds()))
                .stream()
                .distinct()
                .sorted(plan.knob().large()::order)
                .toList()
                .reversed();
    }

    private Round told(Round round, List<Round> done) {
        done.add(round);
        listener.measured(round);
        return round;
    }

    private Loss loss(Round round, Outcomes baseline) {
        ComparisonPlan fixed = ComparisonPlan.DEFAULT.withMargin(target.margin());
        Outcomes ours = outcomes(plan.at(round.threshold()));
        Comparison comparison = compare(ours, baseline, fixed);
        return new Loss(
                new Measured(comparison.difference().value(), comparison.difference().byT()),
                comparison.nonInferiority().orElseThrow().verdict());
    }

    private static Comparison compare(Outcomes ours, Outcomes large, ComparisonPlan fixed) {
        try {
            return Comparisons.of(List.of(ours), large, fixed).all().getFirst();
        } catch (IllegalArgumentException nothingGraded) {
            throw new RequestException(
                    "No loss can be shown without graded answers: %s."
                            .formatted(nothingGraded.getMessage()),
                    nothingGraded);
        }
    }

    private Outcomes outcomes(Contestant contestant) {
        return RunOutcomes.of(plan.file(contestant), contestant.name());
    }

    private RequestException nothingShown(Round large) {
        return new RequestException(
                "With %d questions no threshold is shown to lose at most %s against large: ask more questions, or state a wider margin. No profile was written."
                        .formatted(large.figures().runs(), target.margin()));
    }
}
