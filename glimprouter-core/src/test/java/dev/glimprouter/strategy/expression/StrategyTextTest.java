package dev.glimprouter.strategy.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Which strategy holds where the command line and the file both name one. */
class StrategyTextTest {

    @ParameterizedTest
    @CsvSource({
        ",, ,, glimpse(tau=1.0)",
        ",, glimpse, 0.5, glimpse(tau=0.5)",
        ",, glimpse(tau=0.5),, glimpse(tau=0.5)",
        ", 2, glimpse, 0.5, glimpse(tau=2.0)",
        ", 2, glimpse(tau=0.5),, glimpse(tau=2.0)",
        ", 2, ,, glimpse(tau=2.0)",
        "small,, glimpse, 0.5, small",
        "glimpse,, small,, glimpse(tau=1.0)",
        "glimpse,, , 0.5, glimpse(tau=0.5)",
        "glimpse(tau=2),, , 0.5, glimpse(tau=2.0)",
        "glimpse, 2, glimpse, 0.5, glimpse(tau=2.0)",
        "glimpse or opening(2), inf, ,, glimpse(tau=Infinity) or opening(steps=2)",
        ", 2, opening(1) or glimpse(tau=0.5),, opening(steps=1) or glimpse(tau=2.0)",
    })
    void theCommandLineWins(
            @Nullable String expression,
            @Nullable String tau,
            @Nullable String fileExpression,
            @Nullable String fileTau,
            String name) {
        StrategyText line = text(expression, tau);

        assertThat(line.over(text(fileExpression, fileTau)).strategy().name()).isEqualTo(name);
    }

    private static StrategyText text(@Nullable String expression, @Nullable String tau) {
        return new StrategyText(Optional.ofNullable(expression), Optional.ofNullable(tau));
    }
}
