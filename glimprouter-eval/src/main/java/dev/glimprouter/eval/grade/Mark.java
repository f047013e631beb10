package dev.glimprouter.eval.grade;

/** What a grader makes of an answer. What could not be graded is not counted as wrong. */
public enum Mark {
    RIGHT,
    WRONG,
    UNSCORED
}
