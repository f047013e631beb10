package dev.glimprouter.eval.calibrate;

import dev.glimprouter.eval.runner.Contestant;
import dev.glimprouter.eval.runner.Ruled;
import dev.glimprouter.strategy.RouterConfig;

import java.util.Objects;

/**
 * A strategy of which one number is open.
 *
 * @param open the strategy without it
 * @param knob the number
 */
public record Tunable(Ruled open, Knob knob) {

    /** Checks for nulls. */
    public Tunable {
        Objects.requireNonNull(open, "open");
        Objects.requireNonNull(knob, "knob");
    }

    /**
     * Reads a strategy that leaves one number open, as {@link Ruled#parse} does.
     *
     * @param rules the rules that all have
     * @throws dev.glimprouter.error.RequestException if it cannot be read, or leaves none open, or
     *     several
     */
    public static Tunable parse(String text, RouterConfig rules) {
        Ruled open = Ruled.parse(text, rules);
        return new Tunable(open, Knob.of(open.expression()));
    }

    /**
     * The strategy with a value.
     *
     * @throws dev.glimprouter.error.RequestException if it is out of range
     */
    public Contestant at(double value) {
        return open.with(knob.parameter(), Double.toString(knob.require(value)));
    }
}
