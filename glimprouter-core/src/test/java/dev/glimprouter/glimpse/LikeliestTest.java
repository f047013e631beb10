package dev.glimprouter.glimpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The likeliest tokens with their texts. */
class LikeliestTest {

    private static final List<String> TEXTS = List.of("t0", "t1", "t2", "t3");

    private static double[] logs(double... probabilities) {
        double[] logs = new double[probabilities.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(probabilities[i]);
        }
        return logs;
    }

    private static void check(List<LikelyToken> told, List<String> texts, double... likely) {
        assertThat(told).extracting(LikelyToken::text).isEqualTo(texts);
        for (int i = 0; i < likely.length; i++) {
            assertThat(told.get(i).probability()).isCloseTo(likely[i], within(1e-6));
        }
    }

    @Test
    void ofAWholeVocabularyTheyHaveTheirProbability() {
        float[] logits = {0, (float) Math.log(3), Float.NEGATIVE_INFINITY, (float) Math.log(4)};

        check(
                new FullDistribution(logits, TEXTS::get).likeliest(2),
                List.of("t3", "t1"),
                0.5,
                0.375);
        check(
                new FullDistribution(logits, TEXTS::get).likeliest(9),
                List.of("t3", "t1", "t0"),
                0.5);
        assertThat(new FullDistribution(logits).logProbability(1))
                .isCloseTo(Math.log(0.375), within(1e-6));
    }

    @Test
    void equalOnesComeInTheirOrder() {
        check(
                new FullDistribution(new float[4], TEXTS::get).likeliest(3),
                List.of("t0", "t1", "t2"),
                0.25);
    }

    @Test
    void ofListedTokensTheyAreRenormalised() {
        TopDistribution top = new TopDistribution(logs(0.1, 0.4, 0), 100, TEXTS.subList(0, 3));

        check(top.likeliest(9), List.of("t1", "t0"), 0.8, 0.2);
    }

    @Test
    void aTemperatureIsTakenOut() {
        TemperedDistribution half =
                new TemperedDistribution(logs(0.9, 0.1), 0.5, 100, TEXTS.subList(0, 2));

        check(half.likeliest(9), List.of("t0", "t1"), 0.75, 0.25);
        assertThat(half.rawLogProbability(Math.log(0.1))).isCloseTo(Math.log(0.25), within(1e-9));
    }

    @Test
    void withoutTextsOrProbabilityThereAreNone() {
        assertThat(new TopDistribution(logs(0.5), 100).likeliest(3)).isEmpty();
        assertThat(new TopDistribution(logs(0, 0), 100, TEXTS.subList(0, 2)).likeliest(3))
                .isEmpty();
    }
}
