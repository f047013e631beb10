package dev.glimprouter.eval.grade;

import java.util.Objects;
import java.util.Optional;

/**
 * The mark of one reply, with what was read from it and why.
 *
 * @param mark right, wrong, or not to be graded
 * @param found the answer as the grader read it, or empty where it found none
 * @param reason one plain sentence for the reader of a report
 * @param place where that answer stood; {@link Place#ANSWER} where there is none
 */
public record Grade(Mark mark, Optional<String> found, String reason, Place place) {

    /** The two parts of a reply. */
    public enum Place {
        /** Behind the reasoning, where it belongs. */
        ANSWER,
        /** In the reasoning, with none behind it. */
        REASONING
    }

    /** Checks for a reason. */
    public Grade {
        Objects.requireNonNull(place, "place");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a grade needs a reason");
        }
    }

    /** The grade of an answer that stood where it belongs. */
    public Grade(Mark mark, Optional<String> found, String reason) {
        this(mark, found, reason, Place.ANSWER);
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

    /** The same of an answer that stood in the reasoning. */
    Grade inReasoning() {
        return new Grade(mark, found, reason, Place.REASONING);
    }
}
