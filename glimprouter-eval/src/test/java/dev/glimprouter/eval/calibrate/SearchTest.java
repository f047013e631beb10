package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.strategy.expression.StrategyExpression;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Searches without scores, over figures that are known. */
class SearchTest {

    private static double found(
            String strategy, double wanted, double start, int rounds, DoubleUnaryOperator figure) {
        Knob knob = Knob.of(StrategyExpression.parse(strategy));
        Search search = new Search(knob, wanted);
        OptionalDouble next = OptionalDouble.of(start);
        for (int i = 0; i < rounds && next.isPresent(); i++) {
            double at = next.getAsDouble();
            search.add(new Forecast(figure.applyAsDouble(at), at, knob.large(), List.of()));
            next = search.next();
        }
        return search.nearest().threshold();
    }

    @Test
    void aThresholdWithoutEndIsDoubledOrHalvedAndThenHalvedBetween() {
        DoubleUnaryOperator falling = tau -> Math.exp(-tau);

        assertThat(Math.exp(-found("hysteresis", 0.01, 1, 12, falling))).isBetween(0.009, 0.011);
        assertThat(Math.exp(-found("hysteresis", 0.9, 1, 12, falling))).isBetween(0.89, 0.91);
        assertThat(Math.exp(-found("hysteresis", 0.3, 0, 15, falling))).isBetween(0.29, 0.31);
    }

    @Test
    void aRateIsHalvedBetweenItsEnds() {
        assertThat(found("target-share", 0.2, 0.5, 10, rate -> rate * rate)).isBetween(0.44, 0.46);
        assertThat(found("target-share", 0.9, 0.5, 10, rate -> rate * rate)).isBetween(0.94, 0.96);
    }

    @Test
    void whatCannotBeReachedEndsAtTheNearest() {
        assertThat(found("hysteresis", 0.9, 1, 50, _ -> 0.4)).isEqualTo(1);
    }
}
