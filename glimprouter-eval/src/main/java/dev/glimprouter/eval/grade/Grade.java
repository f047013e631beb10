package dev.glimprouter.eval.grade;

import java.util.Optional;

/**
 * The mark of one answer, with what was read from it and why.
 *
 * @param mark right, wrong, or not to be graded
 * @param found the answer as the grader read it, or empty where it found none
 * @param reason one plain sentence for the reader of a report
 */
public record Grade(Mark mark, Optional<String> found, String reason) {
    public Grade {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a grade needs a reason");
        }
    }

    /** An answer that is right. */
    public static Grade right(String found, String reason) {
        return new Grade(Mark.RIGHT, Optional.of(found), reason);
    }

    /** An answer that is wrong. */
    public static Grade wrong(String found, String reason) {
        return new Grade(Mark.WRONG, Optional.of(found), reason);
    }

    /** An answer of which the grader cannot say whether it is right. */
    public static Grade unscored(Optional<String> found, String reason) {
        return new Grade(Mark.UNSCORED, found, reason);
    }
}
