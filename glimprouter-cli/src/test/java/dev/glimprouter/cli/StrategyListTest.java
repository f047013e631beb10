package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Commas between strategies and within them. */
class StrategyListTest {

    @Test
    void commasWithinParenthesesPartNothing() {
        assertThat(
                        StrategyList.split(
                                List.of(
                                        "small, large,hysteresis(low=0.5, high=1.5) or opening(2)",
                                        "speccot(n=2, opening=0)")))
                .containsExactly(
                        "small",
                        "large",
                        "hysteresis(low=0.5, high=1.5) or opening(2)",
                        "speccot(n=2, opening=0)");
    }

    @Test
    void whatIsNotBalancedIsLeftToTheReader() {
        assertThat(StrategyList.split(List.of("a),b", "c(d,e")))
                .containsExactly("a)", "b", "c(d,e");
    }
}
