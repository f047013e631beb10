package dev.glimprouter.eval.grade;

import dev.glimprouter.eval.data.Gold;

import java.util.Optional;

/** Finds the grader for a right answer. */
public final class Graders {

    private Graders() {}

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
