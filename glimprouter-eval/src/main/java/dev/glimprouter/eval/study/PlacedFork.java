package dev.glimprouter.eval.study;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;

/**
 * A fork and the question it is of.
 *
 * @param question id of the question
 * @param fork the fork
 */
record PlacedFork(String question, Fork fork) {

    String id() {
        return question + " " + fork.step();
    }

    boolean isGraded() {
        return fork.small().mark() != Mark.UNSCORED && fork.large().mark() != Mark.UNSCORED;
    }

    /** 1 where small's answer is right, else 0. */
    double small() {
        return value(fork.small());
    }

    /** 1 where large's answer is right, else 0. */
    double large() {
        return value(fork.large());
    }

    private static double value(Grade grade) {
        return grade.mark() == Mark.RIGHT ? 1 : 0;
    }
}
