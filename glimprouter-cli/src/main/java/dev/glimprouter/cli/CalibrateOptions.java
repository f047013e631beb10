package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Config;
import dev.glimprouter.eval.calibrate.CalibrationPlan;
import dev.glimprouter.eval.calibrate.Target;
import dev.glimprouter.eval.calibrate.Tunable;
import dev.glimprouter.eval.run.Selection;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.strategy.RouterConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of {@code calibrate}, in the groups of their help. */
final class CalibrateOptions extends SurveyOptions {

    private static final String PROFILE = "profile.json";

    @ArgGroup(validate = false, order = -3, heading = "%nWanted, one of the first four:%n")
    TargetOptions wanted = new TargetOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nStrategy:%n")
    OpenStrategyOptions strategy = new OpenStrategyOptions();

    @ArgGroup(validate = false, order = 0, heading = "%nCalibration:%n")
    Ways ways = new Ways();

    @ArgGroup(validate = false, order = 8, heading = "%nOutput:%n")
    FormOptions form = new FormOptions();

    /** How it is looked for, and where the result goes. */
    static final class Ways {

        @Option(
                names = "--start",
                paramLabel = "X",
                description = "The threshold to begin with (default: the strategy's own).")
        @Nullable Double start;

        @Option(
                names = "--per-domain",
                description =
                        "A threshold of glimpse for each domain that the questions are about:"
                                + " maths, code, science, general.")
        boolean perDomain;

        @Option(
                names = "--write",
                paramLabel = "FILE",
                description = "Where the profile goes (default: " + PROFILE + " in --out).")
        @Nullable Path profile;
    }

    @Override
    StrategyOptions strategyRules() {
        return strategy;
    }

    @Override
    List<Entrant> entrants(Config file, RouterConfig rules) {
        Tunable tunable = strategy.tunable(file.strategy(), rules);
        List<Entrant> all = new ArrayList<>();
        all.add(Entrant.of(tunable.at(start(tunable))));
        if (wanted.target() instanceof Target.NoLoss) {
            all.add(Entrant.of(Contestant.parse("large", rules)));
        }
        return all;
    }

    @Override
    Optional<Selection.Half> usualHalf() {
        return Optional.of(Selection.Half.CALIBRATION);
    }

    @Override
    Path folder(String dataset) {
        return effort.folder(dataset + "-calibration");
    }

    private double start(Tunable tunable) {
        if (ways.start != null) {
            return ways.start;
        }
        boolean isRate = tunable.knob().parameter().equals("rate");
        return isRate && wanted.target() instanceof Target.Steps(double share, _)
                ? share
                : tunable.knob().range().usual();
    }

    /** What is to be done. */
    CalibrationPlan plan(EvalSetup setup) {
        Tunable tunable = strategy.tunable(setup.file().strategy(), setup.rules());
        CalibrationPlan plan =
                new CalibrationPlan(
                        setup.plan(), tunable, start(tunable), wanted.target(), wanted.rounds);
        if (ways.perDomain) {
            plan.requirePerDomain();
        }
        return plan;
    }

    /** Where the profile goes. */
    Path profile(CalibrationPlan plan) {
        return Optional.ofNullable(ways.profile)
                .orElseGet(() -> plan.questions().folder().resolve(PROFILE));
    }
}
