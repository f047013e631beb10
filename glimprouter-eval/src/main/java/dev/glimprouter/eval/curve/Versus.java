package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.statistics.Measured;

import java.util.Objects;

/**
 * A line against random writers at an equal rate.
 *
 * @param control name of the random strategy
 * @param difference accuracy of the line minus the control's, paired by question; the interval by
 *     Student's t
 * @param pValue for no difference: exact McNemar for single runs, else Student's t
 * @param adjustedP the same by Holm over all lines of the curve
 */
public record Versus(String control, Measured difference, double pValue, double adjustedP) {

    /** Checks for nulls. */
    public Versus {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(difference, "difference");
    }

    /** The same with a p value adjusted for others. */
    Versus adjusted(double value) {
        return new Versus(control, difference, pValue, value);
    }
}
