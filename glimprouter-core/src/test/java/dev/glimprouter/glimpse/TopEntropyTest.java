package dev.glimprouter.glimpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Entropy and its bounds from the likeliest tokens. */
class TopEntropyTest {

    private static final double EXACT = 1e-9;

    private static double[] randomProbabilities(Random random, int vocabulary) {
        double sharpness = 12 * random.nextDouble();
        double[] p = new double[vocabulary];
        double sum = 0;
        for (int i = 0; i < vocabulary; i++) {
            p[i] = Math.exp(sharpness * random.nextGaussian());
            sum += p[i];
        }
        for (int i = 0; i < vocabulary; i++) {
            p[i] /= sum;
        }
        Arrays.sort(p);
        return p;
    }

    private static double entropy(double[] p) {
        return Arrays.stream(p).filter(x -> x > 0).map(x -> -x * Math.log(x)).sum();
    }

    /** The k likeliest, likeliest first. */
    private static double[] top(double[] sorted, int k) {
        return IntStream.range(0, k).mapToDouble(i -> sorted[sorted.length - 1 - i]).toArray();
    }

    private static TopDistribution distribution(double[] probabilities, int vocabulary) {
        return new TopDistribution(
                Arrays.stream(probabilities).map(Math::log).toArray(), vocabulary);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBoundsContainTheTruthAndTheValueIsThePublishedOne(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int vocabulary = 2 + random.nextInt(2000);
            int k = 1 + random.nextInt(Math.min(20, vocabulary));
            double[] p = randomProbabilities(random, vocabulary);
            double[] listed = top(p, k);
            double mass = Arrays.stream(listed).sum();

            Entropy seen = distribution(listed, vocabulary).entropy();

            String which = "%d of %d".formatted(k, vocabulary);
            assertThat(seen.lowerNats()).as(which).isLessThanOrEqualTo(entropy(p) + EXACT);
            assertThat(seen.upperNats()).as(which).isGreaterThanOrEqualTo(entropy(p) - EXACT);
            assertThat(seen.coveredMass()).as(which).isCloseTo(mass, within(EXACT));
            double published = entropy(Arrays.stream(listed).map(x -> x / mass).toArray());
            assertThat(seen.nats()).as(which).isCloseTo(published, within(EXACT));
            assertThat(seen.nats()).as(which).isLessThanOrEqualTo(Math.log(k) + EXACT);
        }
    }

    @Test
    void theWholeVocabularyLeavesNoDoubt() {
        Entropy seen = distribution(new double[] {0.5, 0.25, 0.125, 0.125}, 4).entropy();

        assertThat(seen.nats()).isCloseTo(1.75 * Math.log(2), within(EXACT));
        assertThat(seen.lowerNats()).isCloseTo(seen.nats(), within(EXACT));
        assertThat(seen.upperNats()).isCloseTo(seen.nats(), within(EXACT));
    }

    @Test
    void boundsWorkedOutByHand() {
        Entropy seen = distribution(new double[] {0.5, 0.25}, 6).entropy();

        double known = 0.5 * Math.log(2) + 0.25 * Math.log(4);
        assertThat(seen.coveredMass()).isCloseTo(0.75, within(EXACT));
        assertThat(seen.lowerNats()).isCloseTo(known + 0.25 * Math.log(4), within(EXACT));
        assertThat(seen.upperNats()).isCloseTo(known + 0.25 * Math.log(16), within(EXACT));
        assertThat(seen.nats()).isCloseTo(Math.log(3) - 2 * Math.log(2) / 3, within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -9999, -9000.5, -800, -8999})
    void whatHasNoProbabilityAddsNothing(double floor) {
        double[] l = {Math.log(0.5), Math.log(0.5), floor, floor};

        Entropy seen = new TopDistribution(l, 1000).entropy();

        assertThat(seen.nats()).isCloseTo(Math.log(2), within(EXACT));
        assertThat(seen.lowerNats()).isCloseTo(Math.log(2), within(EXACT));
        assertThat(seen.upperNats()).isBetween(Math.log(2) - EXACT, Math.log(2) + 1e-6);
        assertThat(seen.coveredMass()).isCloseTo(1, within(EXACT));
    }

    @Test
    void anUnderflowedRemainderGivesNoNaN() {
        Entropy seen = new TopDistribution(new double[] {-1e-17, -745, -746}, 50_000).entropy();

        assertThat(seen.nats()).isBetween(0.0, EXACT);
        assertThat(seen.lowerNats()).isBetween(0.0, EXACT);
        assertThat(seen.upperNats()).isBetween(0.0, EXACT);
    }

    @Test
    void unlikelyListedTokensAreRenormalisedWithoutUnderflow() {
        Entropy seen = new TopDistribution(new double[] {-800, -800}, 50_000).entropy();

        assertThat(seen.nats()).isCloseTo(Math.log(2), within(EXACT));
        assertThat(seen.coveredMass()).isZero();
        assertThat(seen.lowerNats()).isFinite();
        assertThat(seen.upperNats()).isFinite().isGreaterThanOrEqualTo(seen.lowerNats());
    }

    @Test
    void oneListedTokenIsNoCertainty() {
        Entropy seen = distribution(new double[] {0.9}, 100).entropy();

        assertThat(seen.nats()).isZero();
        assertThat(seen.settles(0.5)).isFalse();
    }

    @Test
    void roundingAboveOneIsForgivenAndMoreIsNot() {
        assertThat(new TopDistribution(new double[] {1e-7}, 5).entropy().coveredMass())
                .isEqualTo(1);
        assertThatThrownBy(() -> new TopDistribution(new double[] {0.1}, 5).entropy())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListOfFloorValuesIsBlank() {
        double[] floor = {Double.NEGATIVE_INFINITY, -9999, -9000};

        assertThat(new TopDistribution(floor, 5).isBlank()).isTrue();
        assertThat(new TopDistribution(new double[] {-9999, -8999}, 5).isBlank()).isFalse();
        assertThat(new TopDistribution(new double[] {Double.NaN}, 5).isBlank()).isFalse();
        assertThat(new FullDistribution(new float[] {0, 1}).isBlank()).isFalse();
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new TopDistribution(new double[] {Double.NaN}, 5).entropy())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopDistribution(new double[] {-9999, -9999}, 5).entropy())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopDistribution(new double[0], 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopDistribution(new double[] {-1, -1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
