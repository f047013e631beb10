package dev.glimprouter.glimpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The entropy as the published code computes it. */
class PublishedEntropyTest {

    private static final double NEGATIVE = Double.NEGATIVE_INFINITY;

    private static double[] logs(double... probabilities) {
        return Arrays.stream(probabilities).map(Math::log).toArray();
    }

    @Test
    void isRenormalisedOverWhatIsListed() {
        TopDistribution seen = new TopDistribution(logs(0.4, 0.2), 1000, List.of("a", "b"));

        double expected = -(2.0 / 3 * Math.log(2.0 / 3) + 1.0 / 3 * Math.log(1.0 / 3));
        assertThat(seen.publishedEntropy().nats()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void ofTokensWithTheSameTextTheLeastLikelyCounts() {
        TopDistribution seen =
                new TopDistribution(logs(0.3, 0.1, 0.4), 1000, List.of("x", "x", "y"));

        double expected = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8));
        assertThat(seen.publishedEntropy().nats()).isCloseTo(expected, within(1e-12));
        assertThat(seen.entropy().nats()).isNotCloseTo(expected, within(0.1));
    }

    @Test
    void onlyTheTwentyLikeliestCount() {
        double[] many = new double[30];
        Arrays.fill(many, 0, 20, Math.log(0.04));
        Arrays.fill(many, 20, 30, Math.log(0.02));

        assertThat(new TopDistribution(many, 1000).publishedEntropy().nats())
                .isCloseTo(Math.log(20), within(1e-12));
    }

    @Test
    void aProbabilityOfZeroCountsAsNothing() {
        TopDistribution seen = new TopDistribution(new double[] {0, NEGATIVE, -9999}, 1000);

        assertThat(seen.publishedEntropy().nats()).isZero();
    }

    @Test
    void theBoundsRemainThoseOfTheTruth() {
        TopDistribution seen = new TopDistribution(logs(0.3, 0.3), 1000, List.of("x", "x"));

        Entropy plain = seen.entropy();
        assertThat(seen.publishedEntropy())
                .isEqualTo(
                        new Entropy(0, plain.coveredMass(), plain.lowerNats(), plain.upperNats()));
    }

    @Test
    void aWholeVocabularyIsSeenByItsTwentyLikeliestToo() {
        Random random = new Random(11);
        float[] logits = new float[500];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (3 * random.nextGaussian());
        }
        int[] order =
                IntStream.range(0, logits.length)
                        .boxed()
                        .sorted((a, b) -> Float.compare(logits[b], logits[a]))
                        .limit(20)
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] top = Arrays.stream(order).mapToDouble(id -> logits[id]).toArray();
        double sum = Arrays.stream(top).map(Math::exp).sum();
        double expected =
                -Arrays.stream(top).map(l -> Math.exp(l) / sum).map(p -> p * Math.log(p)).sum();

        assertThat(new FullDistribution(logits).publishedEntropy().nats())
                .isCloseTo(expected, within(1e-9));
        assertThat(new FullDistribution(logits, _ -> "same").publishedEntropy().nats()).isZero();
    }

    @Test
    void aTemperedListIsBroughtBackToRaw() {
        double temperature = 0.5;
        double[] tempered = Arrays.stream(logs(0.4, 0.2)).map(l -> l / temperature).toArray();
        double normal = Math.log(Arrays.stream(tempered).map(Math::exp).sum());
        double[] listed = Arrays.stream(tempered).map(l -> l - normal).toArray();

        assertThat(
                        new TemperedDistribution(listed, temperature, 2, List.of("a", "b"))
                                .publishedEntropy()
                                .nats())
                .isCloseTo(new TopDistribution(logs(0.4, 0.2), 2).entropy().nats(), within(1e-9));
    }

    @Test
    void thereIsATextForEachTokenOrForNone() {
        assertThatThrownBy(() -> new TopDistribution(logs(0.5, 0.5), 5, List.of("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
