package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.grade.Grade.Place;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;

/** Which of the answers in a reply counts. */
class GradersTest {

    private static final Gold EIGHT = new Gold.Whole(BigInteger.valueOf(8));

    private static Grade grade(String reasoning, String answer) {
        return Graders.grade(EIGHT, new Reply(reasoning, answer));
    }

    @Test
    void theAnswerCountsWhereItStatesOne() {
        Grade grade = grade("So \\boxed{7}.", "The answer is 8.");

        assertThat(grade.mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade.place()).isEqualTo(Place.ANSWER);
        assertThat(grade("So \\boxed{8}.", "\\boxed{7}").mark()).isEqualTo(Mark.WRONG);
    }

    @Test
    void anAnswerThatCannotBeReadIsNotReplaced() {
        Grade grade = grade("So \\boxed{8}.", "\\boxed{\\mystery{8}}");

        assertThat(grade.mark()).isEqualTo(Mark.UNSCORED);
        assertThat(grade.place()).isEqualTo(Place.ANSWER);
    }

    @Test
    void whereItStatesNoneTheLastBoxOfTheReasoningCounts() {
        Grade right = grade("\\boxed{7}? No: \\boxed{8}.\n\nDone.", "**Explanation:** easy.");

        assertThat(right.mark()).isEqualTo(Mark.RIGHT);
        assertThat(right.found()).hasValue("8");
        assertThat(right.place()).isEqualTo(Place.REASONING);
        assertThat(grade("\\boxed{8}? No: \\boxed{7}.", "").mark()).isEqualTo(Mark.WRONG);
        assertThat(grade("\\boxed{8}", "</think>").mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade("\\boxed{1} and \\boxed{2}", "").found()).hasValue("1, 2");
    }

    @Test
    void aThoughtWithoutABoxIsNoAnswer() {
        Grade grade = grade("The answer is 8. #### 8", "That was easy.");

        assertThat(grade).isEqualTo(FinalAnswer.missing());
        assertThat(grade("\\boxed{ }", "").place()).isEqualTo(Place.ANSWER);
    }

    @Test
    void lettersAreFoundThereToo() {
        Grade grade = Graders.grade(new Gold.Choice('C'), new Reply("\\boxed{C}", "Easy."));

        assertThat(grade.mark()).isEqualTo(Mark.RIGHT);
        assertThat(grade.place()).isEqualTo(Place.REASONING);
    }

    @Test
    void programsAreNot() {
        Gold.Code gold =
                new Gold.Code(
                        () -> {
                            throw new AssertionError("no test is asked for");
                        });

        Grade grade = Graders.grade(gold, new Reply("\\boxed{8}", ""));

        assertThat(grade.mark()).isEqualTo(Mark.UNSCORED);
        assertThat(grade.found()).isEmpty();
    }
}
