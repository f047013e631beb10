package dev.glimprouter.eval.grade;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.internal.math.Boxes;

import java.util.Optional;

/** Finds the grader for a right answer, and the answer in a reply. */
public final class Graders {

    private Graders() {}

    /**
     * Grades a reply: its answer, or where that states none, the last box of its reasoning
     * (docs/decisions/0029-answers-in-the-reasoning.md). A program counts in the answer alone.
     */
    public static Grade grade(Gold gold, Reply reply) {
        Grader grader = of(gold);
        Grade grade = grader.grade(reply.answer());
        if (!grade.equals(FinalAnswer.missing())) {
            return grade;
        }
        return Boxes.last(reply.reasoning())
                .map(box -> grader.grade("\\boxed{%s}".formatted(box)))
                .filter(earlier -> earlier.found().isPresent())
                .map(Grade::inReasoning)
                .orElse(grade);
    }

    /** The grader that the form of a right answer asks for. */
    public static Grader of(Gold gold) {
        return switch (gold) {
            case Gold.Whole(var value) -> new WholeGrader(value);
            case Gold.Expression(String latex) -> new MathGrader(latex);
            case Gold.Choice(char letter) -> new ChoiceGrader(letter);
            case Gold.Code _ ->
                    _ ->
                            Grade.unscored(
                                    Optional.empty(), "a program is graded by running its tests");
        };
    }
}
