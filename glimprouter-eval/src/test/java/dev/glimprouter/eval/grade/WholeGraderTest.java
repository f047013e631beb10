package dev.glimprouter.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.data.Gold;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;

/** Answers of AIME and GSM8K. */
class WholeGraderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    25 ; \\boxed{025} ; RIGHT
                    336 ; \\boxed{336^\\circ} ; RIGHT
                    18 ; \\boxed{\\$18.00} ; RIGHT
                    18 ; It costs 9 * 2. The answer is $18. ; RIGHT
                    1450000 ; #### 1,450,000 ; RIGHT
                    25 ; \\boxed{26} ; WRONG
                    25 ; \\boxed{2.5} ; WRONG
                    25 ; We get 25 in the end. ; WRONG
                    25 ; \\boxed{25 \\text{ or more}} ; UNSCORED
                    """)
    void marksWholeNumbers(long right, String text, Mark mark) {
        Grader grader = Graders.of(new Gold.Whole(BigInteger.valueOf(right)));

        assertThat(grader.grade(text).mark()).isEqualTo(mark);
    }
}
