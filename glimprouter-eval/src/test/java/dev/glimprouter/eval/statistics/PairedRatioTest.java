package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Ratios of sums, against SciPy 1.17.1 and NumPy 2.4.6. */
class PairedRatioTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(1);

    @Test
    void theSumsAreCompared() {
        PairedRatio ratio =
                PairedRatio.of(
                        Samples.singles(Samples.MORE), Samples.singles(Samples.LESS), BOOTSTRAP);

        // a.sum() / b.sum(), np.quantile(a, [.5, .95]); for the interval 100,000 resamples of log R
        // with
        // e = sqrt(n / (n - 1) * ((a - R * b) ** 2).sum()) / b.sum() / R, as in
        // PairedDifferenceTest
        assertThat(ratio.value()).isCloseTo(0.8021152240467575, within(1e-12));
        assertThat(ratio.interval().lower()).isCloseTo(0.6432, within(0.01));
        assertThat(ratio.interval().upper()).isCloseTo(1.0948, within(0.03));
        assertThat(ratio.a().p50()).isCloseTo(19.6, within(1e-9));
        assertThat(ratio.a().p95()).isCloseTo(74.415, within(1e-9));
        assertThat(ratio.b().p50()).isCloseTo(24.75, within(1e-9));
        assertThat(ratio.b().p95()).isCloseTo(88.565, within(1e-9));
    }

    @Test
    void eachQuestionCountsByItsMean() {
        PairedRatio ratio =
                PairedRatio.of(
                        Samples.repeated(new double[] {1, 3}, new double[] {4}),
                        Samples.repeated(new double[] {4}, new double[] {1, 2, 3}),
                        BOOTSTRAP);

        assertThat(ratio.value()).isEqualTo(1);
        assertThat(ratio.b().mean()).isEqualTo(3);
        assertThat(ratio.b().p50()).isEqualTo(2.5);
    }

    @Test
    void nothingIsNoMeasure() {
        PairedRatio toNothing =
                PairedRatio.of(Samples.singles(1, 2), Samples.singles(0, 0), BOOTSTRAP);

        assertThat(toNothing.value()).isInfinite();
        assertThat(toNothing.interval()).isEqualTo(Interval.UNKNOWN);
        assertThatThrownBy(
                        () ->
                                PairedRatio.of(
                                        Samples.singles(1, -2), Samples.singles(1, 1), BOOTSTRAP))
                .hasMessageContaining("negative");
    }
}
