package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Shares of right answers. */
class ProportionTest {

    @Test
    void manySingleRunsHaveWilsonsInterval() {
        Proportion share = Proportion.of(Samples.answers(9_000, 10_000));

        // statsmodels 0.15.0: proportion_confint(9000, 10000, method='wilson'); Student's t with
        // 9,999 degrees is 1.960201 for 1.959964, and one run less counts.
        assertThat(share.interval().lower()).isCloseTo(0.8939646, within(1e-7));
        assertThat(share.interval().upper()).isCloseTo(0.9057281, within(1e-7));
        assertThat(share.effectiveRuns()).isCloseTo(9_999, within(1e-6));
    }

    @Test
    void fewSingleRunsAreAskedForALittleMoreThanWilson() {
        Proportion share = Proportion.of(Samples.answers(27, 30));

        // By hand: n = 29, t = 2.04523, t^2 / n = 0.144240;
        // centre (0.9 + 0.072120) / 1.144240, half 2.04523 / 1.144240 sqrt(0.09 / 29 + 0.144240 /
        // 116).
        assertThat(share.effectiveRuns()).isCloseTo(29, within(1e-9));
        assertThat(share.interval().lower()).isCloseTo(0.731731, within(1e-5));
        assertThat(share.interval().upper()).isCloseTo(0.967423, within(1e-5));
    }

    @Test
    void allRightIsNotCertain() {
        Interval interval = Proportion.of(Samples.answers(30, 30)).interval();

        // By hand: 30 / (30 + 2.04523^2)
        assertThat(interval.lower()).isCloseTo(0.877630, within(1e-5));
        assertThat(interval.upper()).isCloseTo(1, within(1e-12));
        assertThat(Proportion.of(Samples.answers(0, 30)).interval().upper())
                .isCloseTo(1 - 0.877630, within(1e-5));
    }

    @Test
    void repeatsThatAlwaysAgreeCountOnce() {
        Proportion once = Proportion.of(Samples.answers(20, 30));
        Proportion often =
                Proportion.of(
                        IntStream.range(0, 30)
                                .mapToObj(i -> repeats(i, Collections.nCopies(8, i < 20 ? 1. : 0.)))
                                .toList());

        assertThat(often.interval().lower()).isCloseTo(once.interval().lower(), within(1e-12));
        assertThat(often.interval().upper()).isCloseTo(once.interval().upper(), within(1e-12));
    }

    @Test
    void noMoreRunsCountThanThereWere() {
        Proportion share =
                Proportion.of(
                        IntStream.range(0, 10).mapToObj(i -> repeats(i, List.of(1., 0.))).toList());

        assertThat(share.mean().standardError()).isZero();
        assertThat(share.effectiveRuns()).isEqualTo(20);
        assertThat(share.interval().upper() - share.interval().lower()).isGreaterThan(0.3);
    }

    @Test
    void oneQuestionSaysNothing() {
        assertThat(Proportion.of(Samples.answers(1, 1)).interval()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void halvesAreNoAnswers() {
        assertThatThrownBy(() -> Proportion.of(Samples.singles(0.5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Repeats repeats(int question, List<Double> values) {
        return new Repeats("q" + question, values);
    }
}
