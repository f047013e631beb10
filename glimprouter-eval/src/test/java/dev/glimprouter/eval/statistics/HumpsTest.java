package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The dip and what stands beside it, against diptest 0.12.0 for Python. */
class HumpsTest {

    /**
     * {@code diptest.dipstat(sorted)} of the sequence, with a gap, cubed, and cut to twentieths.
     */
    @ParameterizedTest
    @CsvSource({
        "50, 1, 0.045090622346705224, 0.1012697522345272, 0.049218500931966516, 0.05777777777777779",
        "200, 2, 0.02475391786650551, 0.09703813206432091, 0.016805540077849238, 0.041875",
        "1000, 3, 0.015095602883282964, 0.09253508268209758, 0.006170805438864164, 0.03675"
    })
    void theDip(int n, long seed, double plain, double gap, double cube, double steps) {
        double[] values = Samples.congruential(n, seed);

        assertThat(dip(values, u -> u)).isCloseTo(plain, within(1e-12));
        assertThat(dip(values, u -> u < .5 ? u : u + .3)).isCloseTo(gap, within(1e-12));
        assertThat(dip(values, u -> u * u * u)).isCloseTo(cube, within(1e-12));
        assertThat(dip(values, u -> Math.floor(u * 20) / 20)).isCloseTo(steps, within(1e-12));
    }

    @Test
    void theDipOfFewValues() {
        assertThat(Dip.of(new double[] {.1, .2, .25, .3, .9, 1.0, 1.1, 1.15}))
                .isCloseTo(0.17647058823529418, within(1e-12));
        assertThat(Dip.of(new double[] {0, .05, .1, .12, .5, .8, .82, .9, .95, 2.0, 3.1, 3.15}))
                .isCloseTo(0.12901606425702813, within(1e-12));
        assertThat(Dip.of(new double[] {1, 1, 1, 2, 2, 5, 5, 5, 6}))
                .isCloseTo(1 / 6.0, within(1e-12));
        assertThat(Dip.of(new double[] {1, 2, 3, 4, 5})).isCloseTo(0.1, within(1e-12));
        assertThat(Dip.of(new double[] {2, 2, 2, 2})).isEqualTo(0.125);
    }

    @Test
    void theChanceOfADip() {
        Humps one = Humps.of(4000, 1, Samples.congruential(200, 2));
        Humps two =
                Humps.of(
                        4000,
                        1,
                        Arrays.stream(Samples.congruential(200, 2))
                                .map(u -> u < .5 ? u : u + .12)
                                .toArray());

        // diptest.diptest(sorted, boot_pval=True, n_boot=20000, seed=1): 0.563 and 0.0
        assertThat(one.pValue()).isCloseTo(0.563, within(0.03));
        assertThat(one.severalHumps()).isFalse();
        assertThat(two.pValue()).isLessThan(0.002);
        assertThat(two.severalHumps()).isTrue();
    }

    /**
     * scikit-learn 1.9.1: {@code GaussianMixture(1).fit(x).bic(x)} minus the least of {@code
     * GaussianMixture(2, random_state=i, tol=1e-10, max_iter=20000, reg_covar=0)} for i below 10.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 146.40469867896778", "2, 577.1267740185982"})
    void whatTwoNormalDistributionsExplainBetter(double apart, double gain) {
        double[] values =
                Arrays.stream(Samples.congruential(200, 2))
                        .map(u -> u < .5 ? u : u + apart)
                        .toArray();

        Humps humps = Humps.of(100, 1, values);

        assertThat(humps.gain()).isCloseTo(gain, within(1e-6));
        assertThat(humps.mixture()).isPresent();
    }

    @Test
    void oneSkewedHumpPleasesTwoNormalDistributionsButNotTheDip() {
        SplittableRandom random = new SplittableRandom(4);
        double[] skewed =
                IntStream.range(0, 1000).mapToDouble(_ -> random.nextExponential()).toArray();

        Humps humps = Humps.of(9, skewed);

        assertThat(humps.gain()).isGreaterThan(100);
        assertThat(humps.severalHumps()).isFalse();
    }

    @Test
    void oneNormalHumpIsNotBetterAsTwo() {
        SplittableRandom random = new SplittableRandom(5);
        double[] normal =
                IntStream.range(0, 500).mapToDouble(_ -> random.nextGaussian(5, 1)).toArray();

        assertThat(Humps.of(9, normal).gain()).isNegative();
    }

    private static double dip(double[] values, DoubleUnaryOperator change) {
        return Dip.of(Arrays.stream(values).map(change).sorted().toArray());
    }
}
