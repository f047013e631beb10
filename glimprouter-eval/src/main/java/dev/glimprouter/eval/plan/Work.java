package dev.glimprouter.eval.plan;

import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Objects;

/**
 * What both models do for one question, or for the mean question.
 *
 * @param small what small does
 * @param large what large does
 * @param glimpses glimpses taken
 * @param steps kept steps
 * @param stepsByLarge those that large wrote
 */
public record Work(Load small, Load large, double glimpses, double steps, double stepsByLarge) {

    /** Nothing done. */
    public static final Work NONE = new Work(Load.NONE, Load.NONE, 0, 0, 0);

    /** Checks for nulls. */
    public Work {
        Objects.requireNonNull(small, "small");
        Objects.requireNonNull(large, "large");
    }

    /** What a model does. */
    public Load of(Writer writer) {
        return writer == Writer.SMALL ? small : large;
    }

    /** Share of the steps that large writes, 0 to 1; 0 without steps. */
    public double largeShare() {
        return steps == 0 ? 0 : stepsByLarge / steps;
    }

    /** The sum of both. */
    public Work plus(Work other) {
        return new Work(
                small.plus(other.small),
                large.plus(other.large),
                glimpses + other.glimpses,
                steps + other.steps,
                stepsByLarge + other.stepsByLarge);
    }

    /** So many times as much. */
    public Work times(double factor) {
        return new Work(
                small.times(factor),
                large.times(factor),
                glimpses * factor,
                steps * factor,
                stepsByLarge * factor);
    }

    /** The mean of several, at least one. */
    public static Work mean(List<Work> all) {
        return all.stream().reduce(NONE, Work::plus).times(1.0 / all.size());
    }

    Work notNegative() {
        return new Work(
                small.notNegative(),
                large.notNegative(),
                Math.max(0, glimpses),
                Math.max(0, steps),
                Math.max(0, stepsByLarge));
    }
}
