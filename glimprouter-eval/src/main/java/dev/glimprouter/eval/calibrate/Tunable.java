package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.runner.Contestant;

import java.util.Objects;

/**
 * A strategy of which one number is open.
 *
 * @param open the strategy without it
 * @param knob the number
 */
public record Tunable(Contestant open, Knob knob) {

    /** Checks for nulls. */
    public Tunable {
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(knob, "knob");
    }

    /**
     * A strategy with the number that it leaves open.
     *
     * @throws dev.glimprouter.error.RequestException if it leaves none open, or several
     */
    public static Tunable of(Contestant open) {
        return new Tunable(open, Knob.of(open.expression()));
    }

    /**
     * The strategy with a value.
     *
     * @throws dev.glimprouter.error.RequestException if it is out of range
     */
    public Contestant at(double value) {
        return new Contestant(
                open.expression().with(knob.parameter(), Double.toString(knob.require(value))),
                open.config());
    }
}
