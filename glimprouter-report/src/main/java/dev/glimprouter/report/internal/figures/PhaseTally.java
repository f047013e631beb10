package dev.glimprouter.report.internal.figures;

import dev.glimprouter.trace.Phases;

import java.util.EnumMap;
import java.util.Map;

/** Adds up the phases of answered questions, those that were asked alone apart. */
final class PhaseTally {

    private final Map<Phase, Long> ofAll = new EnumMap<>(Phase.class);
    private final Map<Phase, Long> ofAlone = new EnumMap<>(Phase.class);
    private int all;
    private int alone;

    void add(Sample sample) {
        if (sample.failure().isPresent()) {
            return;
        }
        all++;
        add(ofAll, sample.summary().phases());
        if (sample.alone()) {
            alone++;
            add(ofAlone, sample.summary().phases());
        }
    }

    private static void add(Map<Phase, Long> to, Phases phases) {
        for (Phase phase : Phase.values()) {
            to.merge(phase, phase.nanosOf(phases), Long::sum);
        }
    }

    PhaseFigures figures() {
        return alone > 0 ? means(ofAlone, alone, true) : means(ofAll, all, false);
    }

    private static PhaseFigures means(Map<Phase, Long> sums, int questions, boolean alone) {
        Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
        sums.forEach((phase, nanos) -> seconds.put(phase, nanos / 1e9 / questions));
        return new PhaseFigures(seconds, questions, alone);
    }
}
