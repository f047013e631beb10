package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.engine.RandomKey;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The random control. */
class RandomRateTest {

    private static final SeenStep STEP = SeenStep.unseen();
    private static final int MANY = 20_000;

    private static Decision decide(RandomRate policy, SeenStep step) {
        return policy.decide(step).orElseThrow();
    }

    private static double draw(RandomRate policy, SeenStep step) {
        return decide(policy, step).score();
    }

    private static DoubleStream draws(int stream) {
        RandomRate policy = new RandomRate(0.5, stream);
        return IntStream.range(0, MANY)
                .mapToDouble(i -> draw(policy, STEP.with(Question.of("x").withId("q" + i))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 1})
    void largeWritesAtTheRate(double rate) {
        RandomRate policy = new RandomRate(rate, 0);
        long large =
                IntStream.range(0, MANY)
                        .filter(
                                i ->
                                        decide(policy, STEP.with(Question.of("x").withId("q" + i)))
                                                        .writer()
                                                == Writer.LARGE)
                        .count();

        double deviation = Math.sqrt(rate * (1 - rate) / MANY);
        assertThat((double) large / MANY).isCloseTo(rate, within(4 * deviation));
    }

    @Test
    void theDrawComparesWithTheRate() {
        Decision decision = decide(new RandomRate(0.5, 0), STEP);

        assertThat(decision.threshold()).isEqualTo(0.5);
        assertThat(decision.certain()).isTrue();
        assertThat(decision.writer())
                .isEqualTo(decision.score() < 0.5 ? Writer.LARGE : Writer.SMALL);
        assertThat(decision.policy()).isEqualTo("random(rate=0.5, stream=0)");
    }

    @Test
    void eachPartOfTheKeyChangesTheDraw() {
        RandomRate policy = new RandomRate(0.5, 0);

        List<Double> draws =
                List.of(
                        draw(policy, STEP),
                        draw(policy, STEP.with(RouterConfig.DEFAULT.withSeed(1))),
                        draw(policy, STEP.with(RouterConfig.DEFAULT.withRepeat(1))),
                        draw(policy, STEP.with(Question.of("x").withId("other"))),
                        draw(policy, STEP.after(Double.NaN)),
                        draw(new RandomRate(0.5, 1), STEP));

        assertThat(draws).doesNotHaveDuplicates();
        assertThat(draw(policy, STEP)).isEqualTo(draws.getFirst());
    }

    @Test
    void streamsAreIndependentOfEachOtherAndOfTheTokens() {
        double[] zero = draws(0).toArray();

        assertThat(correlation(zero, draws(1).toArray())).isCloseTo(0, within(0.03));
        double[] tokens =
                IntStream.range(0, MANY)
                        .mapToDouble(
                                i ->
                                        (new RandomKey(0, "q" + i, 0, 0, Writer.SMALL, 0).derive()
                                                        >>> 11)
                                                * 0x1.0p-53)
                        .toArray();
        assertThat(correlation(zero, tokens)).isCloseTo(0, within(0.03));
    }

    private static double correlation(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - 0.5) * (b[i] - 0.5);
        }
        return sum / a.length * 12;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void theRateIsAProbability(double rate) {
        assertThatThrownBy(() -> new RandomRate(rate, 0))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("rate must be a number from 0 to 1");
    }
}
