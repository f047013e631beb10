package dev.glimprouter.eval.grade;

/**
 * Grades answers to one problem; {@link Graders#grade} grades a reply with its reasoning. Thread
 * safe; the same answer always gets the same grade.
 */
@FunctionalInterface
public interface Grader {

    /**
     * Grades an answer.
     *
     * @param text all that the model wrote; what stands before {@code </think>} is left out
     */
    Grade grade(String text);
}
