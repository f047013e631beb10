package dev.glimprouter.report.internal.figures;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * H_init of all glimpsed steps, in nats.
 *
 * @param small of steps that small wrote
 * @param large of steps that large wrote
 * @param tau the threshold that all of them were compared with; empty where there was none, or not
 *     always the same
 */
public record GlimpseFigures(List<Double> small, List<Double> large, OptionalDouble tau) {

    /** Copies the lists. */
    public GlimpseFigures {
        small = List.copyOf(small);
        large = List.copyOf(large);
    }

    /** How many there are. */
    public int count() {
        return small.size() + large.size();
    }

    /** All of them, in no order. */
    public double[] all() {
        return DoubleStream.concat(
                        small.stream().mapToDouble(Double::doubleValue),
                        large.stream().mapToDouble(Double::doubleValue))
                .toArray();
    }
}
