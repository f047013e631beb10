package dev.glimprouter.eval.grade;

import dev.glimprouter.eval.internal.math.RightAnswer;
import dev.glimprouter.eval.internal.math.Verdict;

import java.util.Optional;

/**
 * Grades mathematical answers by what they mean: forms of one value are equal (docs/grading.md).
 *
 * <p>An answer that cannot be read or compared within a fixed number of operations is unscored. A
 * text without an answer is wrong.
 */
public final class MathGrader implements Grader {

    private final RightAnswer right;

    /**
     * Reads the right answer.
     *
     * @param latex as MATH-500 has them, without dollars or a box
     */
    public MathGrader(String latex) {
        right = RightAnswer.of(latex);
    }

    @Override
    public Grade grade(String text) {
        return FinalAnswer.in(text).map(this::gradeFound).orElseGet(FinalAnswer::missing);
    }

    private Grade gradeFound(String found) {
        if (found.isBlank()) {
            return FinalAnswer.missing();
        }
        Verdict verdict = right.compare(found);
        return switch (verdict.outcome()) {
            case EQUAL -> Grade.right(found, verdict.reason());
            case DIFFERENT -> Grade.wrong(found, verdict.reason());
            case UNKNOWN -> Grade.unscored(Optional.of(found), verdict.reason());
        };
    }
}
