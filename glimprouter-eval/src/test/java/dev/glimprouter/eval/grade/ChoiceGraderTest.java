package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.eval.data.Gold;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that name an option. */
class ChoiceGraderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    \\boxed{C} ; RIGHT
                    \\boxed{c} ; RIGHT
                    \\boxed{\\text{(C)}} ; RIGHT
                    \\boxed{\\textbf{C}} ; RIGHT
                    \\boxed{C: 5 kg} ; RIGHT
                    \\boxed{(C) 5 kg} ; RIGHT
                    \\boxed{\\text{Option C}} ; RIGHT
                    Answer: C ; RIGHT
                    **Answer: (C)** ; RIGHT
                    The correct answer is C. ; RIGHT
                    \\boxed{B} ; WRONG
                    Answer: A or C ; UNSCORED
                    \\boxed{A, C} ; UNSCORED
                    \\boxed{Cats} ; UNSCORED
                    \\boxed{42} ; UNSCORED
                    C it is ; WRONG
                    """)
    void marksLetters(String text, Mark mark) {
        assertThat(Graders.of(new Gold.Choice('C')).grade(text).mark()).isEqualTo(mark);
    }

    @Test
    void tellsTheLetterThatItRead() {
        assertThat(new ChoiceGrader('c').grade("\\boxed{(b)}").found()).hasValue("B");
    }

    @Test
    void refusesWhatIsNoLetter() {
        assertThatThrownBy(() -> new ChoiceGrader('1'))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
