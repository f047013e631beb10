package dev.glimprouter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.FilteredDistribution;
import dev.glimprouter.engine.LogitSampler;
import dev.glimprouter.engine.Sampling;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Whatever the drafts, the tokens follow the distribution that sampling without them has. */
class DraftCheckTest {

    private static final int VOCABULARY = 12;
    private static final int DRAWS = 40_000;

    /** 99.9 % quantile of chi-square with 11 degrees of freedom, the most there can be. */
    private static final double LIMIT = 31.26;

    static Stream<Sampling> samplings() {
        return Stream.of(
                new Sampling(1, 1, 0, 0),
                new Sampling(0.6, 0.95, 0, 0),
                new Sampling(1.5, 1, 5, 0),
                new Sampling(0.8, 0.9, 8, 0.1),
                new Sampling(2, 1, 0, 0.3));
    }

    @ParameterizedTest
    @MethodSource("samplings")
    void tokensFollowTheLargeModelsFilteredDistribution(Sampling sampling) {
        SplittableRandom seeds = new SplittableRandom(11);
        for (int pair = 0; pair < 5; pair++) {
            float[] large = logits(seeds);
            float[] small = logits(seeds);
            FilteredDistribution wanted = new LogitSampler(sampling, 0).filter(large);
            LogitSampler drafts = new LogitSampler(sampling, seeds.nextLong());
            FilteredDistribution from = drafts.filter(small);
            DraftCheck check = new DraftCheck(sampling, seeds.nextLong());
            int[] counts = new int[VOCABULARY];
            for (int i = 0; i < DRAWS; i++) {
                counts[check.draw(large, drafts.sample(small), from)]++;
            }
            assertThat(chiSquare(counts, wanted)).as("pair %d", pair).isLessThan(LIMIT);
        }
    }

    @ParameterizedTest
    @MethodSource("samplings")
    void aModelThatDraftsForItselfIsAlwaysRight(Sampling sampling) {
        float[] logits = logits(new SplittableRandom(3));
        LogitSampler drafts = new LogitSampler(sampling, 4);
        FilteredDistribution from = drafts.filter(logits);
        DraftCheck check = new DraftCheck(sampling, 5);
        for (int i = 0; i < 1000; i++) {
            int drafted = drafts.sample(logits);
            assertThat(check.draw(logits, drafted, from)).isEqualTo(drafted);
        }
    }

    private static float[] logits(SplittableRandom random) {
        float[] logits = new float[VOCABULARY];
        for (int id = 0; id < VOCABULARY; id++) {
            logits[id] = (float) (2 * random.nextGaussian());
        }
        return logits;
    }

    private static double chiSquare(int[] counts, FilteredDistribution wanted) {
        double sum = 0;
        for (int id = 0; id < VOCABULARY; id++) {
            double expected = DRAWS * wanted.probability(id);
            if (expected == 0) {
                assertThat(counts[id]).as("token %d is filtered out", id).isZero();
            } else {
                sum += (counts[id] - expected) * (counts[id] - expected) / expected;
            }
        }
        return sum;
    }
}
