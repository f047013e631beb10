package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.expression.StrategyExpression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which number of a strategy is turned. */
class KnobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "glimpse | tau",
                "glimpse or opening(2) or loop | tau",
                "glimpse or overconfidence(below=0.05) | tau",
                "glimpse(tau=1) or overconfidence | below",
                "mixture | posterior",
                "judge | threshold",
                "specreason(scoring=average) | threshold",
                "confspec(sure=0.8) | threshold",
                "random(stream=2) | rate",
                "target-share(over=question) | rate"
            })
    void itIsTheOneThatIsLeftOpen(String strategy, String parameter) {
        assertThat(Knob.of(StrategyExpression.parse(strategy)).parameter()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "large | leaves no threshold open",
                "symbolic | leaves no threshold open",
                "glimpse(tau=0.5) | leave out the one that is to be found",
                "glimpse or overconfidence | leaves tau and below open"
            })
    void noneOrSeveralAreAnError(String strategy, String words) {
        assertThatThrownBy(() -> Knob.of(StrategyExpression.parse(strategy)))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(words);
    }

    @Test
    void everyOneCanBeSetToItsUsualValueAndItsEnds() {
        for (String name : StrategyExpression.names()) {
            Knobs.of(name)
                    .ifPresent(
                            knob -> {
                                Tunable tunable = Tunable.parse(name, Sums.RULES);
                                assertThat(tunable.at(knob.range().usual()).name())
                                        .contains(knob.parameter() + "=" + knob.range().usual());
                                tunable.at(knob.range().least());
                                tunable.at(knob.range().most());
                                assertThatThrownBy(() -> tunable.at(-0.1))
                                        .isInstanceOf(RequestException.class);
                            });
        }
        assertThat(Knobs.names()).hasSizeGreaterThan(10);
    }
}
