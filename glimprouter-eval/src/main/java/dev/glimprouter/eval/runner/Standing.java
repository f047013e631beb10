package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.grade.Mark;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one strategy is doing.
 *
 * @param system its name
 * @param right right answers
 * @param graded right and wrong answers
 * @param unscored answers that could not be graded
 * @param failed questions without an answer
 */
public record Standing(String system, int right, int graded, int unscored, int failed) {

    static Standing none(String system) {
        return new Standing(system, 0, 0, 0, 0);
    }

    /** Share of right answers among graded ones, 0 to 1; empty without any. */
    public OptionalDouble accuracy() {
        return graded == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / graded);
    }

    /** With one more; empty is a failed one. */
    Standing plus(Optional<Mark> mark) {
        if (mark.isEmpty()) {
            return new Standing(system, right, graded, unscored, failed + 1);
        }
        return switch (mark.get()) {
            case RIGHT -> new Standing(system, right + 1, graded + 1, unscored, failed);
            case WRONG -> new Standing(system, right, graded + 1, unscored, failed);
            case UNSCORED -> new Standing(system, right, graded, unscored + 1, failed);
        };
    }
}
