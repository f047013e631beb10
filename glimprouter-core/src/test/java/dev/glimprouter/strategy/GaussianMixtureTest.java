package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.error.RequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Two normal distributions, and how they are found. */
class GaussianMixtureTest {

    private static double[] drawn(
            long seed,
            int n,
            double low,
            double lowDev,
            double high,
            double highDev,
            double share) {
        Random random = new Random(seed);
        return IntStream.range(0, n)
                .mapToDouble(
                        _ ->
                                random.nextDouble() < share
                                        ? random.nextGaussian(high, highDev)
                                        : random.nextGaussian(low, lowDev))
                .map(x -> Math.max(0, x))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0.1, 2.0, 0.3, 0.5",
        "2, 0.6, 0.15, 1.6, 0.4, 0.25",
        "3, 0.4, 0.1, 1.2, 0.2, 0.75",
        "4, 1.0, 0.2, 3.0, 0.5, 0.1"
    })
    void itFindsWhatMadeTheScores(
            long seed, double low, double lowDev, double high, double highDev, double share) {
        GaussianMixture found =
                GaussianMixture.fit(drawn(seed, 4000, low, lowDev, high, highDev, share))
                        .orElseThrow();

        assertThat(found.low()).isCloseTo(low, within(0.05));
        assertThat(found.lowDeviation()).isCloseTo(lowDev, within(0.05));
        assertThat(found.high()).isCloseTo(high, within(0.08));
        assertThat(found.highDeviation()).isCloseTo(highDev, within(0.06));
        assertThat(found.share()).isCloseTo(share, within(0.03));
    }

    @Test
    void theOrderOfTheScoresDoesNotMatter() {
        List<Double> scores =
                DoubleStream.of(drawn(5, 200, 0.5, 0.2, 1.5, 0.4, 0.4)).boxed().toList();
        List<Double> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(6));

        assertThat(fit(shuffled)).isEqualTo(fit(scores));
    }

    private static GaussianMixture fit(List<Double> scores) {
        return GaussianMixture.fit(scores.stream().mapToDouble(Double::doubleValue).toArray())
                .orElseThrow();
    }

    @Test
    void twoPointsOfWeightAreTwoNarrowHumps() {
        GaussianMixture found = GaussianMixture.fit(0, 0, 0, 2, 0, 2).orElseThrow();

        assertThat(found.low()).isCloseTo(0, within(1e-9));
        assertThat(found.high()).isCloseTo(2, within(1e-9));
        assertThat(found.share()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(found.lowDeviation()).isEqualTo(0.01);
    }

    @Test
    void oneScoreFarFromAllOthersIsAHumpOfItsOwn() {
        double[] scores = new double[101];
        Arrays.fill(scores, 0.3);
        scores[50] = 2.5;

        GaussianMixture found = GaussianMixture.fit(scores).orElseThrow();

        assertThat(found.share()).isCloseTo(1.0 / 101, within(1e-6));
        assertThat(found.posterior(2.5)).isCloseTo(1, within(1e-9));
    }

    @Test
    void withoutTwoGroupsThereIsNoFit() {
        assertThat(GaussianMixture.fit()).isEmpty();
        assertThat(GaussianMixture.fit(0.1, 2, 2)).as("three scores").isEmpty();
        assertThat(GaussianMixture.fit(1, 1, 1, 1, 1)).as("equal scores").isEmpty();
        assertThat(GaussianMixture.fit(1, 1.001, 1.002, 1.003)).as("almost equal").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyScoresGiveAFitWithinTheirRangeOrNone(long seed) {
        Random random = new Random(seed);
        double[] scores =
                random.doubles(4 + random.nextInt(60))
                        .map(x -> seed % 2 == 0 ? 3 * x : Math.rint(4 * x) / 4)
                        .toArray();
        double most = Arrays.stream(scores).max().orElseThrow();

        GaussianMixture.fit(scores)
                .ifPresent(
                        found -> {
                            assertThat(found.low()).isBetween(0.0, found.high());
                            assertThat(found.high()).isLessThanOrEqualTo(most + 1e-9);
                            assertThat(found.share()).isBetween(0.0, 1.0);
                        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY})
    void aScoreIsAnEntropy(double score) {
        assertThatThrownBy(() -> GaussianMixture.fit(1, 2, 3, score))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an entropy");
    }

    @Test
    void thePosteriorIsBayes() {
        GaussianMixture even = new GaussianMixture(0.5, 0.2, 1.5, 0.2, 0.5);
        GaussianMixture rare = new GaussianMixture(0.5, 0.2, 1.5, 0.2, 0.2);

        assertThat(even.posterior(1.0)).isCloseTo(0.5, within(1e-12));
        assertThat(rare.posterior(1.0)).isCloseTo(0.2, within(1e-12));
        assertThat(even.posterior(1.1)).isCloseTo(1 / (1 + Math.exp(-2.5)), within(1e-12));
    }

    @Test
    void thePosteriorGrowsWithTheScoreEvenIfOneHumpIsMuchWider() {
        GaussianMixture wide = new GaussianMixture(0.3, 0.05, 1.5, 1.0, 0.5);
        double before = 0;
        for (double nats = 0; nats < 12; nats += 0.01) {
            double now = wide.posterior(nats);
            assertThat(now).as("at " + nats).isBetween(before, 1.0);
            before = now;
        }
        assertThat(wide.posterior(0)).isEqualTo(wide.posterior(0.3)).isLessThan(0.1);
        assertThat(wide.posterior(Double.POSITIVE_INFINITY)).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.1, 1, 0.1, 0.5, low must be below high",
        "-1, 0.1, 1, 0.1, 0.5, low must be",
        "0, 0, 1, 0.1, 0.5, low-deviation must be",
        "0, 0.1, 1, NaN, 0.5, high-deviation must be",
        "0, 0.1, 1, 0.1, 1, share must be"
    })
    void parametersHaveRanges(
            double low, double lowDev, double high, double highDev, double share, String message) {
        assertThatThrownBy(() -> new GaussianMixture(low, lowDev, high, highDev, share))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining(message);
    }
}
