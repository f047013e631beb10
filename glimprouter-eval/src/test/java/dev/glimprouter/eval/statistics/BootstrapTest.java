package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** Resampling, against {@code scipy.stats.bootstrap} with 200,000 resamples (SciPy 1.17.1). */
class BootstrapTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(50_000, 1);

    @Test
    void theCorrectedIntervalIsScipys() {
        Interval interval = BOOTSTRAP.bca(10, BootstrapTest::ratio);

        // bootstrap((a, b), lambda a, b, axis: a.sum(axis) / b.sum(axis), paired=True,
        //   method='BCa', n_resamples=200000, rng=1)
        assertThat(interval.lower()).isCloseTo(0.70506, within(0.002));
        assertThat(interval.upper()).isCloseTo(0.91600, within(0.002));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Interval first = new Bootstrap(500, 7).percentile(10, BootstrapTest::ratio);

        assertThat(new Bootstrap(500, 7).percentile(10, BootstrapTest::ratio)).isEqualTo(first);
        assertThat(new Bootstrap(500, 8).percentile(10, BootstrapTest::ratio)).isNotEqualTo(first);
    }

    @Test
    void thePercentilesOfAMeanAreNearlyNormal() {
        double[] values = Samples.congruential(400, 5);
        Interval interval =
                BOOTSTRAP.percentile(
                        400,
                        picked -> Arrays.stream(picked).mapToDouble(i -> values[i]).sum() / 400);
        Mean mean = Mean.of(values);

        assertThat(interval.lower()).isCloseTo(mean.interval().lower(), within(0.001));
        assertThat(interval.upper()).isCloseTo(mean.interval().upper(), within(0.001));
    }

    @Test
    void studentisedIsStudentsIntervalWhereValuesAreManyAndEven() {
        double[] values = Samples.congruential(400, 5);
        ClusterRatio mean = ClusterRatio.ofMeans(Samples.singles(values));
        Interval interval = BOOTSTRAP.studentised(400, mean::of);
        Interval byT = Mean.of(values).interval();

        assertThat(interval.lower()).isCloseTo(byT.lower(), within(0.001));
        assertThat(interval.upper()).isCloseTo(byT.upper(), within(0.001));
    }

    @Test
    void oneUnitSaysNothing() {
        assertThat(BOOTSTRAP.bca(1, _ -> 3)).isEqualTo(Interval.UNKNOWN);
        assertThat(BOOTSTRAP.studentised(1, _ -> new Estimate(3, 1))).isEqualTo(Interval.UNKNOWN);
        assertThat(BOOTSTRAP.percentile(1, _ -> 3)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void resamplesWithoutAFigureAreLeftOut() {
        assertThat(BOOTSTRAP.bca(5, picked -> picked[0] == picked[1] ? Double.NaN : 2))
                .isEqualTo(new Interval(2, 2));
        assertThat(BOOTSTRAP.bca(5, _ -> Double.NaN)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void aHandfulOfResamplesIsRefused() {
        assertThatThrownBy(() -> new Bootstrap(10, 1)).hasMessage("too few resamples: 10");
    }

    private static double ratio(int[] picked) {
        double more = Arrays.stream(picked).mapToDouble(i -> Samples.MORE[i]).sum();
        double less = Arrays.stream(picked).mapToDouble(i -> Samples.LESS[i]).sum();
        return more / less;
    }
}
