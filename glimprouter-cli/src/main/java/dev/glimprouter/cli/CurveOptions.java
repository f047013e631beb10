package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.calibrate.Tunable;
import dev.glimprouter.eval.curve.CurvePlan;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.RouterConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The options of {@code curve}, in the groups of their help. */
final class CurveOptions extends SurveyOptions {

    @ArgGroup(validate = false, order = 2, heading = "%nStrategy:%n")
    OpenStrategyOptions strategy = new OpenStrategyOptions();

    @ArgGroup(validate = false, order = 0, heading = "%nCurve:%n")
    Points points = new Points();

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    CurveFormOptions form = new CurveFormOptions();

    /** Where the curve is measured, and beside what. */
    static final class Points {

        @Option(
                names = "--points",
                paramLabel = "N",
                description =
                        "So many thresholds, at which large writes shares of the steps that are"
                                + " evenly spread, by the scores of a first run (default: 5).")
        @Nullable Integer points;

        @Option(
                names = "--taus",
                split = ",",
                paramLabel = "X",
                description = "The thresholds themselves, parted by commas.")
        List<Double> taus = List.of();

        @Option(
                names = "--against",
                paramLabel = "EXPR,...",
                description =
                        "Other strategies, brought to the rate of each point by the scores of a"
                                + " first run of their own: hstep,pplstep,judge, for the paper's"
                                + " ablation.")
        List<String> against = List.of();
    }

    @Override
    StrategyOptions strategyRules() {
        return strategy;
    }

    @Override
    List<Entrant> entrants(Config file, RouterConfig rules) {
        List<Entrant> all = new ArrayList<>();
        for (String name : List.of("small", "large", "random(rate=0.5)")) {
            all.add(Entrant.of(Contestant.parse(name, rules)));
        }
        Stream.concat(Stream.of(strategy.tunable(file.strategy(), rules)), matched(rules))
                .map(one -> one.at(one.knob().range().usual()))
                .map(Entrant::of)
                .forEach(all::add);
        return all;
    }

    private Stream<Tunable> matched(RouterConfig rules) {
        return StrategyList.split(points.against).stream().map(text -> Tunable.parse(text, rules));
    }

    @Override
    Path folder(String dataset) {
        return effort.folder(dataset + "-curve");
    }

    /** What is to be done. */
    CurvePlan plan(EvalSetup setup) {
        if (points.points != null && !points.taus.isEmpty()) {
            throw new RequestException("Leave out either --points or --taus.");
        }
        return new CurvePlan(
                setup.plan(),
                strategy.tunable(setup.file().strategy(), setup.rules()),
                points.taus,
                points.points == null ? CurvePlan.USUAL_POINTS : points.points,
                matched(setup.rules()).toList());
    }
}
