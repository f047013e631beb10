package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.calibrate.Matching;
import dev.glimprouter.eval.calibrate.Tunable;
import dev.glimprouter.eval.compare.Comparison;
import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.eval.compare.Comparisons;
import dev.glimprouter.eval.compare.Outcomes;
import dev.glimprouter.eval.curve.CurveLine.Kind;
import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.run.RunOutcomes;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a curve in three goes: all strategies at their usual thresholds and the ends; the swept one
 * at its points; then random and the matched ones at the rates that the points came to.
 */
final class Sweep {

    private static final List<String> ENDS = List.of("small", "large");

    private final CurvePlan plan;
    private final PlanRunner runner;

    Sweep(CurvePlan plan, PlanRunner runner) {
        this.plan = plan;
        this.runner = runner;
    }

    List<CurveLine> lines() {
        List<Contestant> ends = ENDS.stream().map(this::named).toList();
        run(Stream.concat(ends.stream(), firsts().map(Sweep::usual)).toList());
        List<Double> thresholds = thresholds();
        run(thresholds.stream().map(plan.swept()::at).toList());
        List<Double> rates = thresholds.stream().map(this::rateAt).toList();
        List<Contestant> random = rates.stream().map(this::random).toList();
        List<List<Double>> matched =
                plan.matched().stream().map(one -> matching(one, rates)).toList();
        List<Contestant> others = new ArrayList<>(random);
        for (int i = 0; i < matched.size(); i++) {
            matched.get(i).stream().map(plan.matched().get(i)::at).forEach(others::add);
        }
        run(others);
        List<CurveLine> lines = new ArrayList<>();
        ends.forEach(end -> lines.add(line(Kind.END, 0, end, Double.NaN)));
        for (int point = 0; point < thresholds.size(); point++) {
            Contestant control = random.get(point);
            lines.add(against(control, Kind.SWEPT, point, plan.swept(), thresholds.get(point)));
            for (int i = 0; i < matched.size(); i++) {
                Tunable other = plan.matched().get(i);
                double threshold = matched.get(i).get(point);
                lines.add(against(control, Kind.MATCHED, point, other, threshold));
            }
            lines.add(line(Kind.RANDOM, point + 1, control, rates.get(point)));
        }
        return lines;
    }

    /** Those whose scores at the usual threshold are wanted. */
    private Stream<Tunable> firsts() {
        return plan.thresholds().isEmpty()
                ? Stream.concat(Stream.of(plan.swept()), plan.matched().stream())
                : plan.matched().stream();
    }

    private static Contestant usual(Tunable of) {
        return of.at(of.knob().range().usual());
    }

    private void run(List<Contestant> contestants) {
        List<Contestant> different = contestants.stream().distinct().toList();
        if (!different.isEmpty()) {
            runner.run(plan.questions().withContestants(different));
        }
    }

    private List<Double> thresholds() {
        return plan.thresholds().isEmpty()
                ? matching(plan.swept(), Matching.spread(plan.points())).stream()
                        .distinct()
                        .toList()
                : plan.thresholds();
    }

    private List<Double> matching(Tunable of, List<Double> rates) {
        return Matching.thresholds(
                of, plan.questions().file(usual(of)), of.knob().range().usual(), rates);
    }

    /** To four digits, which is what names show. */
    private double rateAt(double threshold) {
        double rate =
                figures(plan.swept().at(threshold)).stepsByLarge().map(Measured::value).orElse(0.0);
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", rate));
    }

    private Contestant random(double rate) {
        return named("random(rate=%s)".formatted(rate));
    }

    private Contestant named(String strategy) {
        RouterConfig rules = plan.swept().open().config();
        return new Contestant(StrategyExpression.parse(strategy), rules);
    }

    private RunFigures figures(Contestant of) {
        return RunFigures.of(plan.questions().file(of));
    }

    private CurveLine line(Kind kind, int point, Contestant of, double threshold) {
        return new CurveLine(
                kind, point, of.name(), threshold, of.fileName(), figures(of), Optional.empty());
    }

    private CurveLine against(
            Contestant control, Kind kind, int point, Tunable tunable, double threshold) {
        Contestant of = tunable.at(threshold);
        return line(kind, point + 1, of, threshold).withVersus(versus(of, control));
    }

    private Optional<Versus> versus(Contestant of, Contestant control) {
        Comparison comparison;
        try {
            comparison =
                    Comparisons.of(List.of(outcomes(of)), outcomes(control), ComparisonPlan.DEFAULT)
                            .all()
                            .getFirst();
        } catch (IllegalArgumentException nothingInCommon) {
            return Optional.empty();
        }
        Measured difference =
                new Measured(comparison.difference().value(), comparison.difference().byT());
        double p = comparison.pValue();
        return Optional.of(new Versus(control.name(), difference, p, p));
    }

    private Outcomes outcomes(Contestant of) {
        return RunOutcomes.of(plan.questions().file(of), of.name());
    }
}
