package dev.glimprouter.eval.compare;

import java.util.OptionalDouble;

/**
 * What is fixed before outcomes are looked at.
 *
 * @param margin share of questions, 0 to 1, that would still count as no loss; empty where none was
 *     stated, and none is then judged
 * @param seed of the bootstrap
 */
public record ComparisonPlan(OptionalDouble margin, long seed) {

    /** No margin, seed 1. */
    public static final ComparisonPlan DEFAULT = new ComparisonPlan(OptionalDouble.empty(), 1);

    /** Checks the range. */
    public ComparisonPlan {
        if (margin.isPresent() && !(margin.getAsDouble() > 0 && margin.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "a margin is between 0 and 1, not " + margin.getAsDouble());
        }
    }

    /** With a margin. */
    public ComparisonPlan withMargin(double share) {
        return new ComparisonPlan(OptionalDouble.of(share), seed);
    }
}
