package dev.glimprouter.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A false equation is objected to, what cannot be read is not. */
class ArithmeticCheckTest {

    private static final StepCheck CHECK = new ArithmeticCheck();

    @ParameterizedTest
    @MethodSource("dev.glimprouter.check.Sentences#trueOnes")
    void aTrueEquationIsLeftAlone(String sentence) {
        assertThat(CHECK.objection(sentence)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.glimprouter.check.Sentences#falseOnes")
    void aFalseEquationIsObjectedTo(String sentence) {
        assertThat(CHECK.objection(sentence)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.glimprouter.check.Sentences#silentOnes")
    void nothingIsSaidOfWhatHasNoVerdict(String sentence) {
        assertThat(CHECK.objection(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So 48 / 2 = 23 clips. | 48 / 2 = 23 clips is false: it is 24",
                "10 / 3 = 3.4 | 10 / 3 = 3.4 is false: it is 10/3",
                "5 / 2 = 2.6 | 5 / 2 = 2.6 is false: it is 2.5",
                "1 / 5 = 21% | 1 / 5 = 21% is false: it is 20%",
                "50% + 25% = 80% | 50% + 25% = 80% is false: it is 75%",
                "25 = 48 / 2 | 25 = 48 / 2 is false: it is 24",
                "3 * 4 = 5 * 2 | 3 * 4 = 5 * 2 is false: 12 is not 10"
            })
    void theObjectionNamesTheEquationAndTheTruth(String step, String objection) {
        assertThat(CHECK.objection(step)).contains(objection);
    }

    @Test
    void theFirstFalseEquationOfAStepIsNamed() {
        String step = "First 3 + 4 = 7.\nThen 7 * 2 = 15.\nSo 15 + 1 = 17.\n\n";

        assertThat(CHECK.objection(step)).contains("7 * 2 = 15 is false: it is 14");
    }

    @Test
    void aLongEquationIsCutInTheObjection() {
        String step = "1 + ".repeat(60) + "1 = 62";

        assertThat(CHECK.objection(step).orElseThrow())
                .startsWith("1 + 1 + 1")
                .endsWith("... is false: it is 61")
                .hasSizeLessThan(120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 *\n4 + 5 = 60",
                "2 + 3 = 4\n+ 1",
                "2 + 3 = 4\n\u00d7 1",
                "the sum is 3 + 4\n= 3 * 4",
                "x &= 3 + 4 \\\\ &= 12"
            })
    void nothingIsSaidOfAnEquationThatGoesOnInAnotherLine(String step) {
        assertThat(CHECK.objection(step)).isEmpty();
    }

    @Test
    void nothingIsSaidOfTheEmptyStep() {
        assertThat(CHECK.objection("")).isEmpty();
        assertThat(CHECK.objection("\n\n")).isEmpty();
    }

    @Test
    void aProductOfMoreThan1024BitsIsNotJudged() {
        String factor = " * 1" + "0".repeat(29);

        assertThat(CHECK.objection("1" + factor.repeat(10) + " = 2")).isPresent();
        assertThat(CHECK.objection("1" + factor.repeat(11) + " = 2")).isEmpty();
    }

    @Test
    void textBeyondTheBoundIsNotRead() {
        String step = "3 + 4 = 8. ";

        assertThat(CHECK.objection(step + " ".repeat(9_000))).isPresent();
        assertThat(CHECK.objection(step + " ".repeat(10_000))).isEmpty();
    }
}
