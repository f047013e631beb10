package dev.glimprouter.strategy.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.strategy.EntropyThreshold;
import dev.glimprouter.strategy.Join;
import dev.glimprouter.strategy.JoinedPolicies;
import dev.glimprouter.strategy.LoopGuard;
import dev.glimprouter.strategy.OpeningSteps;
import dev.glimprouter.strategy.ProbeThenDispatch;
import dev.glimprouter.strategy.Strategy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Strategies as one writes them. */
class StrategyExpressionTest {

    private static final int RANDOM_EXPRESSIONS = 500;

    private static Strategy strategy(String text) {
        return StrategyExpression.parse(text).strategy();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "glimpse                        | glimpse(tau=1.0)",
                "glimpse()                      | glimpse(tau=1.0)",
                "glimpse(0.5)                   | glimpse(tau=0.5)",
                "' glimpse ( tau = .5 ) '       | glimpse(tau=0.5)",
                "glimpse(tau=inf)               | glimpse(tau=Infinity)",
                "glimpse(tau=1e-3)              | glimpse(tau=0.001)",
                "random(0.25)                   | random(rate=0.25, stream=0)",
                "opening(2)                     | opening(steps=2)",
                "overconfidence                 | overconfidence(below=0.05, steps=3)",
                "loop                           | loop(within=8, hesitations=2)",
                "mixture                        | mixture(posterior=0.5, after=8, start=1.0)",
                "mixture(0.1, 0.2, 1, 0.3, 0.4) | mixture(low=0.1, low-deviation=0.2, high=1.0,"
                        + " high-deviation=0.3, share=0.4, posterior=0.5)",
                "hysteresis(high=0.8)           | hysteresis(tau=1.0, high=0.8, low=0.3,"
                        + " momentum=0.7)",
                "target-share(0.25)             | target-share(rate=0.25, over=stream, of=steps,"
                        + " slack=6.0)",
                "target-share(0.1, question, of=tokens) | target-share(rate=0.1, over=question,"
                        + " of=tokens, slack=6.0)",
                "domain(maths=0.5, is=code)     | domain(maths=0.5, code=1.0, science=1.0,"
                        + " general=1.0, is=code)",
                "hstep                          | hstep(tau=0.5, opening=0)",
                "pplstep(2)                     | pplstep(tau=2.0, opening=0)",
                "judge(0.6, opening=1)          | judge(threshold=0.6, opening=1)",
                "specreason(9, average)         | specreason(threshold=9.0, scoring=average,"
                        + " opening=0)",
                "confspec(sure=0.8)             | confspec(sure=0.8, threshold=0.5, opening=0)",
                "rsd                            | rsd(reward=self, threshold=0.7, opening=0)",
                "symbolic                       | symbolic(opening=0)",
                "speccot                        | speccot(n=3, opening=1)",
                "small                          | small",
                "large                          | large",
                "small-steps                    | small-steps",
                "large-steps()                  | large-steps",
                "token-entropy                  | token-entropy(tau=0.45)",
                "token-entropy(1, momentum=0.7) | token-entropy(tau=1.0, momentum=0.7, high=0.7,"
                        + " low=0.3)",
                "loop or loop(1, 1) and loop(2, 2) then (loop) | (loop(within=8, hesitations=2) or"
                        + " (loop(within=1, hesitations=1) and loop(within=2, hesitations=2))) then"
                        + " loop(within=8, hesitations=2)"
            })
    void aNameWithItsParametersIsAStrategy(String text, String name) {
        assertThat(strategy(text).name()).isEqualTo(name);
        assertThat(strategy(name)).isEqualTo(strategy(text));
    }

    @Test
    void policiesAreJoined() {
        assertThat(strategy("glimpse(tau=1.0) or opening(2) or loop"))
                .isEqualTo(
                        new ProbeThenDispatch(
                                new JoinedPolicies(
                                        Join.OR,
                                        List.of(
                                                new EntropyThreshold(1.0),
                                                new OpeningSteps(2),
                                                new LoopGuard(8, 2)))));
    }

    static LongStream seeds() {
        return LongStream.range(0, RANDOM_EXPRESSIONS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNameOfAnyStrategyMakesAnEqualOne(long seed) {
        String text = new RandomExpressions(seed).next();
        Strategy strategy = strategy(text);

        assertThat(strategy(strategy.name())).as(text).isEqualTo(strategy);
        assertThat(strategy(strategy.name()).name()).isEqualTo(strategy.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "glimpes                | There is no strategy 'glimpes': did you mean glimpse?",
                "openng(2) or loop      | did you mean opening?",
                "glimpse(t=1)           | glimpse has no parameter 't'; it takes tau.",
                "small(tau=1)           | small has no parameter 'tau'; it takes none.",
                "glimpse(tau=x)         | tau must be a number, not 'x'.",
                "glimpse(tau=1d)        | tau must be a number, not '1d'.",
                "glimpse(tau=0x1p3)     | tau must be a number, not '0x1p3'.",
                "glimpse(tau=-1)        | tau must be a number of nats from 0 to Infinity, not -1.0.",
                "glimpse(tau=NaN)       | not NaN",
                "glimpse(1, 2)          | glimpse has no place for '2'; it takes tau.",
                "glimpse(tau=1, tau=2)  | glimpse has tau twice: give it once.",
                "random(stream=1, 3)    | random has stream twice",
                "random                 | random needs rate: write random(rate=...).",
                "random(2)              | rate must be a number from 0 to 1, not 2.",
                "opening(1.5)           | steps must be a whole number, not '1.5'.",
                "opening(-1)            | steps must be a number from 0 to 2147483647, not -1.",
                "domain(is=math)        | is of domain cannot be 'math': did you mean maths?",
                "target-share(0.1, of=x) | of of target-share cannot be 'x': known are steps,"
                        + " tokens.",
                "pplstep(0.5)           | tau must be a number from 1",
                "specreason(10)         | threshold must be a number from 0 to 9, not 10.",
                "confspec(sure=0.4)     | sure must be a number from 0.5 to 1, not 0.4.",
                "speccot(n=9)           | n must be a number from 1 to 8, not 9.",
                "rsd(reward=other)      | reward must be self or the address of a reward model",
                "judge or glimpse       | judge stands alone and cannot be joined",
                "mixture(low=1)         | mixture needs low-deviation",
                "mixture(low=1, after=9) | leave them out",
                "small or glimpse       | small stands alone and cannot be joined: only glimpse,",
                "''                     | character 1 must be the name of a strategy, not the end.",
                "glimpse(tau=1          | character 14 must be ')', not the end.",
                "glimpse(tau=)          | character 13 must be a value, not ')'.",
                "glimpse(,)             | character 9 must be a value, not ','.",
                "glimpse loop           | character 9 must be or, and, then or the end, not 'loop'.",
                "glimpse or             | character 11 must be the name of a strategy, not the end.",
                "(glimpse               | character 9 must be ')', not the end.",
                "glimpse)               | character 8 must be or, and, then or the end, not ')'."
            })
    void anErrorIsOneLineThatSaysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> strategy(text))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    static Stream<String> tooMuch() {
        return Stream.of(
                "glimpse" + " or glimpse".repeat(32),
                "glimpse" + " ".repeat(10_000),
                "(".repeat(60) + "glimpse" + ")".repeat(60),
                "(".repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatIsTooLongOrTooDeepIsRefused(String text) {
        assertThatThrownBy(() -> StrategyExpression.parse(text))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void theLongestNameIsWithinTheLimits() {
        String nats = "0.12345678901234567";
        String longest =
                "mixture(%s, %s, 5, %s, %s, posterior=%s)".formatted(nats, nats, nats, nats, nats);
        String deep = longest;
        for (int i = 1; i < 32; i++) {
            deep = "(" + deep + (i % 2 == 0 ? ") and " : ") or ") + longest;
        }

        assertThat(strategy(strategy(deep).name())).isEqualTo(strategy(deep));
    }

    @Test
    void controlCharactersStayOutOfErrors() {
        assertThatThrownBy(() -> StrategyExpression.parse("glimpse\n\u001b[31m)"))
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"glimpse", "loop or glimpse", "hysteresis then glimpse(0.2)"})
    void aParameterFromOutsideGoesToAllThatTakeIt(String text) {
        StrategyExpression asked = StrategyExpression.parse(text);

        assertThat(asked.takes("tau")).isTrue();
        assertThat(asked.gives("tau")).isEqualTo(text.contains("0.2"));
        assertThat(asked.with("tau", "0.25").strategy().name())
                .contains("glimpse(tau=0.25)")
                .doesNotContain("tau=1.0");
        assertThat(StrategyExpression.parse("loop or opening(2)").takes("tau")).isFalse();
    }

    @Test
    void eachStrategyIsANewOne() {
        StrategyExpression asked = StrategyExpression.parse("target-share(0.25)");

        assertThat(asked.strategy()).isEqualTo(asked.strategy()).isNotSameAs(asked.strategy());
    }

    @Test
    void theNamesAreKnown() {
        assertThat(StrategyExpression.names())
                .doesNotHaveDuplicates()
                .contains("glimpse", "random", "opening", "loop", "target-share", "small");
    }

    @Test
    void itTellsTheNamesItHolds() {
        assertThat(StrategyExpression.parse("(glimpse or opening(2)) and loop then glimpse").uses())
                .containsExactly("glimpse", "opening", "loop", "glimpse");
        assertThat(StrategyExpression.parse("large").uses()).containsExactly("large");
    }
}
