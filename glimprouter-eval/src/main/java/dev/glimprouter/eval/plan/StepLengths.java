package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.OptionalInt;

/**
 * How long a step gets if the other model writes it: as much longer or shorter as its steps are in
 * the mean.
 *
 * @param small mean tokens of small's steps and drafts
 * @param large mean tokens of large's steps
 */
record StepLengths(double small, double large) {

    /** Fewer steps than these by one of them say nothing; both are then taken as alike. */
    private static final int LEAST_STEPS = 5;

    private static final StepLengths ALIKE = new StepLengths(1, 1);

    static StepLengths of(Recording recording) {
        List<Leg> legs =
                recording.questions().stream().flatMap(q -> q.route().legs().stream()).toList();
        double[] small = tokens(legs, Writer.SMALL);
        double[] large = tokens(legs, Writer.LARGE);
        return small.length < LEAST_STEPS || large.length < LEAST_STEPS
                ? ALIKE
                : new StepLengths(mean(small), mean(large));
    }

    private static double[] tokens(List<Leg> legs, Writer writer) {
        return legs.stream()
                .filter(leg -> leg.tokensBy(writer).isPresent())
                .mapToDouble(leg -> leg.tokensBy(writer).getAsInt())
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Tokens of a model's version of a step. */
    double of(Leg leg, Writer writer) {
        OptionalInt known = leg.tokensBy(writer);
        return known.isPresent() ? known.getAsInt() : leg.step().tokens() * factor(writer);
    }

    private double factor(Writer writer) {
        return writer == Writer.LARGE ? large / small : small / large;
    }
}
