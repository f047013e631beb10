package dev.glimprouter.eval.runner;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade;

/** Grades the answers of an evaluation. Thread safe. */
public interface Marking {

    /** What the run's header says of it; a run goes on only under the same. */
    String name();

    /**
     * Grades an answer.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if nothing can be graded any more
     */
    Grade mark(Gold gold, String answer);
}
