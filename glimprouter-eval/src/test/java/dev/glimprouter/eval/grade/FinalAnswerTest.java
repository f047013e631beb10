package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the answer stands in a text. */
class FinalAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    \\boxed{1} then \\boxed{2} ; 2
                    \\boxed{1} and \\boxed{2} ; 1, 2
                    $\\boxed{1}$, $\\boxed{2}$ ; 1, 2
                    \\boxed{1} <think>\\boxed{2}</think> \\boxed{3} ; 3
                    \\fbox{ \\frac{1}{2} } ; \\frac{1}{2}
                    \\boxed{\\{1, 2\\}} ; \\{1, 2\\}
                    \\boxed{\\boxed{7}} ; \\boxed{7}
                    \\boxed 7 ; 7
                    \\boxed{1} and a cut \\boxed{\\frac{1}{ ; 1
                    The answer is 5. It was easy. ; 5
                    The answer is 3.5 ; 3.5
                    The final answer is: $\\frac{1}{2}$. I hope it is correct. ; \\frac{1}{2}
                    Answer: \\(x = 2\\) ; x = 2
                    **Answer:** 12 ; 12
                                        So #### 1,200 ; 1,200
                    The answer is 4. No, the answer is 5. ; 5
                    The answer is 4. #### 5 ; 5
                    """)
    void findsTheLastOne(String text, String answer) {
        assertThat(FinalAnswer.in(text)).hasValue(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    I get 5
                    \\boxed{5} </think> I am done
                    This answers nothing
                    \\boxed{5
                    the answer
                    """)
    void findsNoneWhereNoneIs(String text) {
        assertThat(FinalAnswer.in(text)).isEmpty();
    }

    @Test
    void readsALongTextInOnePass() {
        assertThat(FinalAnswer.in("\\boxed{".repeat(200_000) + "7}")).hasValue("7");
        assertThat(FinalAnswer.in("the answer is ".repeat(100_000) + "7")).isPresent();
    }
}
