package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Differences on the same questions, against SciPy 1.17.1. */
class PairedDifferenceTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(1);
    private static final List<Repeats> A =
            Samples.singles(.5, -.25, .75, 0, .25, .5, -.5, 1, .25, .25);
    private static final List<Repeats> ZERO = Samples.singles(new double[10]);

    @Test
    void byT() {
        PairedDifference difference = PairedDifference.of(A, ZERO, BOOTSTRAP);

        // v = d.mean(), e = sem(d), r = d - v, a = (r**3).sum() / (r**2).sum()**1.5;
        // 2 * t.sf(abs(T + a * T**2 / 3 + a**2 * T**3 / 27 + a / 6), 9) of T = v / e, and
        // v - e * 3 / a * (cbrt(1 + a * (x - a / 6)) - 1) of x = t.ppf([.975, .025], 9)
        assertThat(difference.value()).isEqualTo(0.275);
        assertThat(difference.pValue()).isCloseTo(0.09407191142292798, within(1e-10));
        assertThat(difference.byT().lower()).isCloseTo(-0.05948360503062328, within(1e-10));
        assertThat(difference.byT().upper()).isCloseTo(0.5831300127950514, within(1e-10));
    }

    @Test
    void withoutSkewItIsStudentsT() {
        List<Repeats> even = Samples.singles(-1, 0, 1, 2, 3);
        PairedDifference difference =
                PairedDifference.of(even, Samples.singles(new double[5]), BOOTSTRAP);

        // ttest_1samp([-1, 0, 1, 2, 3], 0) and its confidence_interval(.95)
        assertThat(difference.pValue()).isCloseTo(0.2301996410804992, within(1e-10));
        assertThat(difference.byT().lower()).isCloseTo(-0.9632432, within(1e-6));
        assertThat(difference.byT().upper()).isCloseTo(2.9632432, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theIntervalReachesToZeroWhereTheChanceIsFivePercent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] skewed = random.doubles(12).map(x -> Math.pow(x, 4)).toArray();
        double lower = difference(skewed, 0).byT().lower();
        double upper = difference(skewed, 0).byT().upper();

        assertThat(difference(skewed, lower).pValue()).isCloseTo(0.05, within(1e-9));
        assertThat(difference(skewed, upper).pValue()).isCloseTo(0.05, within(1e-9));
    }

    private static PairedDifference difference(double[] a, double b) {
        double[] same = new double[a.length];
        Arrays.fill(same, b);
        return PairedDifference.of(Samples.singles(a), Samples.singles(same), BOOTSTRAP);
    }

    @Test
    void byBootstrap() {
        Interval interval = PairedDifference.of(A, ZERO, BOOTSTRAP).byBootstrap();

        // NumPy 2.4.6, 100,000 resamples: v = d.mean(), e = sem(d); the same of each resample;
        // v - quantile((v* - v) / e*, [.975, .025]) * e
        assertThat(interval.lower()).isCloseTo(-0.0732, within(0.02));
        assertThat(interval.upper()).isCloseTo(0.5841, within(0.02));
    }

    @Test
    void twoQuestionsAreMadeUpForRightAndWrong() {
        List<Repeats> a = Samples.answers(3, 30);
        double[] b = new double[30];
        b[29] = 1;

        PairedDifference difference =
                PairedDifference.ofProportions(a, Samples.singles(b), BOOTSTRAP);

        // Agresti and Min by hand: (3 - 1) / 32, variance (3 + 1 + 1 - 4 / 32) / 32^2, times 32 /
        // 31; the ends as in byT with t.ppf([.975, .025], 29).
        assertThat(difference.value()).isCloseTo(2 / 30.0, within(1e-12));
        assertThat(difference.adjustedError()).isCloseTo(0.07010217197868432, within(1e-9));
        assertThat(difference.byT().lower()).isCloseTo(-0.07103238907888448, within(1e-9));
        assertThat(difference.byT().upper()).isCloseTo(0.21832357172167477, within(1e-9));
    }

    @Test
    void systemsThatNeverDisagreeMayStillDiffer() {
        List<Repeats> same = Samples.answers(20, 30);
        PairedDifference difference = PairedDifference.ofProportions(same, same, BOOTSTRAP);

        assertThat(difference.pValue()).isEqualTo(1);
        assertThat(difference.byT().upper()).isBetween(0.05, 0.08);
        assertThat(difference.byT().lower()).isEqualTo(-difference.byT().upper());
        assertThat(difference.byBootstrap().lower()).isBetween(-0.2, -0.03);
        assertThat(difference.byBootstrap().upper()).isBetween(0.03, 0.2);
    }

    @Test
    void noShareDiffersByMoreThanTheWhole() {
        List<Repeats> two = Samples.answers(2, 2);

        PairedDifference difference = PairedDifference.ofProportions(two, two, BOOTSTRAP);

        assertThat(difference.byT()).isEqualTo(new Interval(-1, 1));
        assertThat(difference.byBootstrap().lower()).isGreaterThanOrEqualTo(-1);
        assertThat(difference.byBootstrap().upper()).isLessThanOrEqualTo(1);
    }

    @Test
    void equalDifferencesSayLittle() {
        PairedDifference difference =
                PairedDifference.of(
                        Samples.singles(0.3, 0.4, 0.5, 0.8),
                        Samples.singles(0.1, 0.2, 0.3, 0.6),
                        BOOTSTRAP);

        assertThat(difference.value()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.byT()).isEqualTo(Interval.UNKNOWN);
        assertThat(difference.detectable()).isInfinite();
        // binomtest(4, 4): twice the chance of four heads
        assertThat(difference.pValue()).isEqualTo(0.125);
        assertThat(PairedDifference.of(A, A, BOOTSTRAP).byT()).isEqualTo(Interval.UNKNOWN);
        assertThat(PairedDifference.of(A, A, BOOTSTRAP).pValue()).isEqualTo(1);
    }

    @Test
    void questionsAreMatchedByName() {
        List<Repeats> a = List.of(one("x", 3), one("y", 5), one("z", 9));
        List<Repeats> b = List.of(one("z", 8), one("x", 1), one("y", 4));

        assertThat(PairedDifference.of(a, b, BOOTSTRAP).value()).isCloseTo(4 / 3.0, within(1e-12));
    }

    @Test
    void bothNeedTheSameQuestions() {
        List<Repeats> a = List.of(one("x", 3), one("y", 5));

        assertThatThrownBy(() -> PairedDifference.of(a, List.of(one("x", 1)), BOOTSTRAP))
                .hasMessageContaining("question y");
        assertThatThrownBy(() -> PairedDifference.of(List.of(one("x", 1)), a, BOOTSTRAP))
                .hasMessageContaining("[y]");
        assertThatThrownBy(
                        () ->
                                PairedDifference.of(
                                        List.of(one("x", 1)),
                                        List.of(new Repeats("x", "family", List.of(1.0))),
                                        BOOTSTRAP))
                .hasMessageContaining("two clusters");
    }

    private static Repeats one(String question, double value) {
        return new Repeats(question, List.of(value));
    }
}
