package dev.glimprouter.eval.calibrate;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.data.Dataset;
import dev.glimprouter.eval.data.Posed;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.EvaluationPlan;
import dev.glimprouter.eval.runner.PlanRunner;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.strategy.Domain;
import dev.glimprouter.strategy.DomainThresholds;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.expression.StrategyExpression;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a threshold of glimpse for each domain by the questions of that domain, and runs all
 * questions once under the strategy that has them all.
 */
final class DomainCalibration {

    private static final String GLIMPSE = "glimpse";

    private final CalibrationPlan plan;
    private final Calibration calibration;
    private final PlanRunner runner;
    private final CalibrationListener listener;

    DomainCalibration(
            CalibrationPlan plan,
            Calibration calibration,
            PlanRunner runner,
            CalibrationListener listener) {
        require(plan.tunable());
        this.plan = plan;
        this.calibration = calibration;
        this.runner = runner;
        this.listener = listener;
    }

    static void require(Tunable tunable) {
        if (!tunable.open().expression().uses().equals(List.of(GLIMPSE))) {
            throw new RequestException(
                    "Only glimpse alone has a threshold for each domain: leave out --per-domain, or name that.");
        }
    }

    Profile profile() {
        List<Part> parts = new ArrayList<>();
        byDomain().forEach((domain, some) -> parts.add(part(domain, some)));
        StrategyExpression expression = StrategyExpression.parse("domain");
        for (Part part : parts) {
            expression =
                    expression.with(
                            Words.of(part.domain().orElseThrow()),
                            Double.toString(part.threshold()));
        }
        Contestant all = new Contestant(expression, plan.tunable().open().config());
        Round whole = new Rounds(plan, runner).of(all, Double.NaN);
        listener.measured(whole);
        return Profile.of(plan, parts, all, Optional.of(whole));
    }

    private Part part(Domain domain, List<Problem> some) {
        EvaluationPlan questions = plan.questions();
        Dataset about =
                questions.dataset().only(some::contains, "about " + Words.of(domain) + " only");
        return calibration
                .find(
                        plan.on(
                                questions.withProblems(
                                        about, questions.folder().resolve(Words.of(domain)))))
                .of(domain);
    }

    private Map<Domain, List<Problem>> byDomain() {
        Map<Domain, Double> any = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            any.put(domain, EntropyThreshold.DEFAULT_TAU);
        }
        DomainThresholds rule = new DomainThresholds(any, Optional.empty());
        Map<Domain, List<Problem>> problems = new EnumMap<>(Domain.class);
        long seed = plan.tunable().open().config().seed();
        for (Problem problem : plan.questions().dataset().problems()) {
            Posed posed = Posed.of(problem, seed, 0);
            Domain domain = rule.domainOf(plan.questions().prompting().question(posed));
            problems.computeIfAbsent(domain, _ -> new ArrayList<>()).add(problem);
        }
        return problems;
    }
}
