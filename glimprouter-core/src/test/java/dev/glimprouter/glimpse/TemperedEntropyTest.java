package dev.glimprouter.glimpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

/** Raw entropy and its bounds from tempered log-probabilities. */
class TemperedEntropyTest {

    private static final double EXACT = 1e-9;

    private static double[] randomLogits(Random random, int vocabulary) {
        double sharpness = 12 * random.nextDouble();
        double[] logits = new double[vocabulary];
        for (int i = 0; i < vocabulary; i++) {
            logits[i] = sharpness * random.nextGaussian();
        }
        Arrays.sort(logits);
        return logits;
    }

    /** Log-probabilities at a temperature, in the order of the logits. */
    private static double[] softmax(double[] logits, double temperature) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits).map(l -> Math.exp((l - max) / temperature)).sum();
        return Arrays.stream(logits).map(l -> (l - max) / temperature - Math.log(sum)).toArray();
    }

    private static double entropy(double[] logProbabilities) {
        return -Arrays.stream(logProbabilities).map(l -> l < -700 ? 0 : l * Math.exp(l)).sum();
    }

    private static double[] last(double[] values, int k) {
        return Arrays.copyOfRange(values, values.length - k, values.length);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBoundsContainTheTruthAndTheValueIsThePublishedOne(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int vocabulary = 2 + random.nextInt(2000);
            int k = 1 + random.nextInt(Math.min(20, vocabulary));
            double temperature = 0.05 + 2 * random.nextDouble();
            double[] logits = randomLogits(random, vocabulary);
            double[] raw = softmax(logits, 1);
            double[] listed = last(softmax(logits, temperature), k);

            Entropy seen = new TemperedDistribution(listed, temperature, vocabulary).entropy();

            String which = "%d of %d at %s".formatted(k, vocabulary, temperature);
            double covered = Arrays.stream(last(raw, k)).map(Math::exp).sum();
            assertThat(seen.lowerNats()).as(which).isLessThanOrEqualTo(entropy(raw) + EXACT);
            assertThat(seen.upperNats()).as(which).isGreaterThanOrEqualTo(entropy(raw) - EXACT);
            assertThat(seen.coveredMass()).as(which).isLessThanOrEqualTo(covered + EXACT);
            Entropy published = new TopDistribution(last(raw, k), vocabulary).entropy();
            assertThat(seen.nats()).as(which).isCloseTo(published.nats(), within(EXACT));
            assertThat(seen.lowerNats()).as(which).isGreaterThanOrEqualTo(seen.nats() - EXACT);
        }
    }

    @Test
    void isTheRawOneAtTemperatureOne() {
        double[] listed = {Math.log(0.5), Math.log(0.25)};

        Entropy seen = new TemperedDistribution(listed, 1, 6).entropy();

        Entropy raw = new TopDistribution(listed, 6).entropy();
        assertThat(seen.nats()).isCloseTo(raw.nats(), within(EXACT));
        assertThat(seen.lowerNats()).isCloseTo(raw.lowerNats(), within(1e-4));
        assertThat(seen.upperNats()).isCloseTo(raw.upperNats(), within(1e-4));
        assertThat(seen.coveredMass()).isCloseTo(raw.coveredMass(), within(1e-5));
    }

    @Test
    void sharpeningIsUndone() {
        double[] listed = softmax(new double[] {0, Math.log(0.5)}, 0.6);

        Entropy seen = new TemperedDistribution(listed, 0.6, 2).entropy();

        assertThat(seen.nats()).isCloseTo(Math.log(3) - 2 * Math.log(2) / 3, within(EXACT));
        assertThat(seen.lowerNats()).isEqualTo(seen.upperNats());
        assertThat(seen.coveredMass()).isEqualTo(1);
    }

    @Test
    void aTemperedMassNearOneIsNoCertainty() {
        Entropy seen =
                new TemperedDistribution(
                                new double[] {Math.log(0.99), Math.log(0.005)}, 0.6, 150_000)
                        .entropy();

        assertThat(seen.coveredMass()).isLessThan(0.5);
        assertThat(seen.settles(1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -9999, -800, -8999})
    void theServersFloorAddsNothing(double floor) {
        double[] listed = {Math.log(0.5), Math.log(0.5), floor, floor};

        Entropy seen = new TemperedDistribution(listed, 0.6, 1000).entropy();

        assertThat(seen.nats()).isCloseTo(Math.log(2), within(EXACT));
        assertThat(seen.upperNats()).isFinite().isGreaterThanOrEqualTo(seen.lowerNats());
    }

    @Test
    void extremesGiveNoNaN() {
        for (double temperature : new double[] {1e-3, 0.6, 1, 1.5, 100}) {
            for (double[] listed :
                    new double[][] {{0}, {-800, -800}, {-1e-17, -745, -746}, {1e-7}, {-8999}}) {
                Entropy seen = new TemperedDistribution(listed, temperature, 50_000).entropy();

                assertThat(seen.coveredMass()).isBetween(0.0, 1.0);
                assertThat(seen.upperNats()).isFinite().isGreaterThanOrEqualTo(seen.lowerNats());
            }
        }
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        for (double[] listed : new double[][] {{Double.NaN}, {-9999, -9999}, {0.1}}) {
            assertThatThrownBy(() -> new TemperedDistribution(listed, 0.6, 5).entropy())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new TemperedDistribution(new double[] {-1}, 0, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TemperedDistribution(new double[] {-1, -1}, 0.6, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
