package dev.glimprouter.testkit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.glimprouter.check.ArithmeticCheck;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;

/** No text blows the arithmetic check up; benchmarks/symbolic-check.sh prints the times. */
class HardTextsTest {

    @ParameterizedTest
    @MethodSource("dev.glimprouter.testkit.HardTexts#all")
    void noTextBlowsItUp(String text) {
        ArithmeticCheck check = new ArithmeticCheck();

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check.objection(text));
    }

    @Test
    void whatIsTooHardIsNotJudged() {
        ArithmeticCheck check = new ArithmeticCheck();

        assertThat(check.objection("9^9^9^9 = 1")).isEmpty();
        assertThat(check.objection("(".repeat(40) + "1 + 1" + ")".repeat(40) + " = 3")).isEmpty();
        assertThat(check.objection("1 + ".repeat(250) + "1 = 3")).isEmpty();
    }
}
