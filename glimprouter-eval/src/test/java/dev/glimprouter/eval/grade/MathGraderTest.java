package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.data.Gold;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What counts as the same mathematical answer. */
class MathGraderTest {

    @ParameterizedTest(name = "{0}: {1} ~ {2}")
    @CsvFileSource(resources = "/dev/glimprouter/eval/grade/math.csv", delimiter = ';')
    void marksWhatStandsInTheBox(Mark mark, String right, String given) {
        Grade grade = Graders.of(new Gold.Expression(right)).grade("So \\boxed{" + given + "}");

        assertThat(grade.mark()).as(grade.reason()).isEqualTo(mark);
        assertThat(grade.found()).hasValue(given);
    }

    @Test
    void aTextWithoutAnAnswerIsWrong() {
        Grade grade = new MathGrader("42").grade("I am not sure.");

        assertThat(grade.mark()).isEqualTo(Mark.WRONG);
        assertThat(grade.found()).isEmpty();
    }

    @Test
    void anEmptyBoxIsNoAnswer() {
        assertThat(new MathGrader("42").grade("\\boxed{ }").mark()).isEqualTo(Mark.WRONG);
    }

    @Test
    void whatCannotBeReadStaysUnscoredWithItsReason() {
        Grade grade = new MathGrader("42").grade("\\boxed{\\mystery{42}}");

        assertThat(grade.mark()).isEqualTo(Mark.UNSCORED);
        assertThat(grade.reason()).isEqualTo("It cannot be read: it has \\mystery, unknown here.");
    }

    @Test
    void aRightAnswerThatCannotBeReadIsStillFoundAgain() {
        MathGrader grader = new MathGrader("\\mystery{42}");

        assertThat(grader.grade("\\boxed{\\mystery {42}}").mark()).isEqualTo(Mark.RIGHT);
        assertThat(grader.grade("\\boxed{43}").mark()).isEqualTo(Mark.UNSCORED);
    }
}
