package dev.glimprouter.report.internal.figures;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the time of a question went, on the average.
 *
 * @param seconds by phase, a question
 * @param questions of how many questions
 * @param alone whether they were asked one at a time; else waiting for each other is in it
 */
public record PhaseFigures(Map<Phase, Double> seconds, int questions, boolean alone) {

    /** Copies the map, in the order of the phases. */
    public PhaseFigures {
        Map<Phase, Double> copy = new EnumMap<>(Phase.class);
        copy.putAll(seconds);
        seconds = Collections.unmodifiableMap(copy);
    }

    /** Seconds of one phase. */
    public double of(Phase phase) {
        return seconds.getOrDefault(phase, 0.0);
    }

    /** Seconds of all phases. */
    public double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
