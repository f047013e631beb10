package dev.glimprouter.report.internal.figures;

import dev.glimprouter.eval.grade.Mark;

/** What came of one question: a grade's mark, or why there is none. */
public enum SampleMark {
    RIGHT,
    WRONG,
    UNSCORED,
    /** There is no answer. */
    FAILED,
    /** Nobody graded it: a trace alone. */
    UNGRADED;

    static SampleMark of(Mark mark) {
        return switch (mark) {
            case RIGHT -> RIGHT;
            case WRONG -> WRONG;
            case UNSCORED -> UNSCORED;
        };
    }
}
