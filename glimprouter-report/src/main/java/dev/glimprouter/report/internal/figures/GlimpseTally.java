package dev.glimprouter.report.internal.figures;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Collects H_init of kept steps. */
final class GlimpseTally {

    private final List<Double> small = new ArrayList<>();
    private final List<Double> large = new ArrayList<>();
    private final Set<Double> thresholds = new HashSet<>();

    void add(List<StepAccount> steps) {
        for (StepAccount step : steps) {
            if (step.kept().isPresent() && step.probe().isPresent()) {
                add(step.kept().get(), step.probe().get());
            }
        }
    }

    private void add(Step step, Probe probe) {
        (step.writer() == Writer.SMALL ? small : large).add(probe.hInit());
        step.decision()
                .filter(decision -> comparesEntropy(decision, probe))
                .ifPresent(decision -> thresholds.add(decision.threshold()));
    }

    /** Whether H_init itself was held against a threshold. */
    private static boolean comparesEntropy(Decision decision, Probe probe) {
        return decision.score() == probe.hInit() && Double.isFinite(decision.threshold());
    }

    GlimpseFigures figures() {
        OptionalDouble tau =
                thresholds.size() == 1
                        ? OptionalDouble.of(thresholds.iterator().next())
                        : OptionalDouble.empty();
        return new GlimpseFigures(small, large, tau);
    }
}
