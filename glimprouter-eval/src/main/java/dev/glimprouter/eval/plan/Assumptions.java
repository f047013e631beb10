package dev.glimprouter.eval.plan;

import java.util.OptionalDouble;

/**
 * What to take for granted where nothing was recorded.
 *
 * @param rejected share of small's drafts that a verifier throws away, 0 to 1; empty for as many as
 *     steps were written by large where they are replayed
 * @param acceptance share of the tokens drafted for large that it accepts, 0 to 1; empty for none
 *     known
 */
public record Assumptions(OptionalDouble rejected, OptionalDouble acceptance) {

    /** Nothing beyond what was recorded. */
    public static final Assumptions NONE =
            new Assumptions(OptionalDouble.empty(), OptionalDouble.empty());

    /** Checks the ranges. */
    public Assumptions {
        require(rejected);
        require(acceptance);
    }

    private static void require(OptionalDouble share) {
        if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share.getAsDouble());
        }
    }
}
