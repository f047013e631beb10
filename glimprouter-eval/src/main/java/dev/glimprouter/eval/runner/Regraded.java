package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;

import java.util.Optional;

/**
 * What came of grading a run anew.
 *
 * @param system what reports call it
 * @param graded replies that were graded; failed questions have none
 * @param changed those whose mark is another one now
 * @param rightBefore replies that were right
 * @param rightNow replies that are right
 */
public record Regraded(String system, int graded, int changed, int rightBefore, int rightNow) {

    /** Nothing yet. */
    static Regraded none(String system) {
        return new Regraded(system, 0, 0, 0, 0);
    }

    /** With one entry more; without a grade it was not answered. */
    Regraded plus(Optional<Grade> before, Optional<Grade> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return this;
        }
        Mark was = before.get().mark();
        Mark is = now.get().mark();
        return new Regraded(
                system,
                graded + 1,
                changed + (was == is ? 0 : 1),
                rightBefore + (was == Mark.RIGHT ? 1 : 0),
                rightNow + (is == Mark.RIGHT ? 1 : 0));
    }
}
