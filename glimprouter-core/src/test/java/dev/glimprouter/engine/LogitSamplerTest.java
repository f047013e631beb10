package dev.glimprouter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

final class LogitSamplerTest {

    private static final double[] TEMPERATURES = {0, 1e-320, 0.01, 0.6, 1, 1.7, 100};
    private static final double[] TOP_PS = {1e-17, 0.1, 0.5, 0.95, 0.999, 1};
    private static final int[] TOP_KS = {0, 0, 1, 2, 20, 1024, 1025, 5000};
    private static final double[] MIN_PS = {0, 0, 1e-30, 0.05, 1};

    @ParameterizedTest(name = "vocabulary of {0}, {1} cases from seed {2}")
    @CsvSource({
        "1, 200, 201",
        "2, 2000, 202",
        "7, 4000, 203",
        "100, 4000, 204",
        "1025, 400, 205",
        "5000, 80, 206",
        "151936, 4, 207"
    })
    void drawsWhatTheSortedVocabularyGives(int size, int cases, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < cases; i++) {
            Sampling sampling = sampling(random);
            LogitSampler sampler = new LogitSampler(sampling, i);
            SortingSampler reference = new SortingSampler(sampling, i);
            for (int draw = 0; draw < 3; draw++) {
                float[] logits = logits(random, size);
                assertThat(sampler.sample(logits))
                        .as("case %s, draw %s, %s", i, draw, sampling)
                        .isEqualTo(reference.sample(logits));
            }
        }
    }

    @ParameterizedTest(name = "{0}, top-p {1}, top-k {2}, min-p {3}: 200000 draws from seed 301")
    @CsvSource({
        "1.0, 1.0, 0, 0.0",
        "0.6, 0.95, 0, 0.0",
        "1.5, 0.9, 6, 0.0",
        "1.0, 1.0, 5, 0.0",
        "1.0, 1.0, 0, 0.1"
    })
    void drawsEachTokenAsOftenAsItsProbability(
            double temperature, double topP, int topK, double minP) {
        Sampling sampling = new Sampling(temperature, topP, topK, minP);
        float[] logits = {0, 1.5f, 1.5f, -1, Float.NEGATIVE_INFINITY, 0.3f, 2.1f, -3, 0.9f, -0.4f};
        double[] expected = new SortingSampler(sampling, 0).probabilities(logits);
        LogitSampler sampler = new LogitSampler(sampling, 301);
        int draws = 200_000;
        int[] seen = new int[logits.length];
        for (int i = 0; i < draws; i++) {
            seen[sampler.sample(logits)]++;
        }

        double chiSquare = 0;
        for (int id = 0; id < logits.length; id++) {
            double mean = draws * expected[id];
            if (mean == 0) {
                assertThat(seen[id]).as("token %s", id).isZero();
            } else {
                chiSquare += (seen[id] - mean) * (seen[id] - mean) / mean;
            }
        }
        // 99.9th percentile of chi-square with 8 degrees of freedom, the most there are here
        assertThat(chiSquare).isLessThan(26.12);
    }

    @Test
    void takesTheLowestIdOfEqualOnesWhenGreedy() {
        LogitSampler sampler = new LogitSampler(Sampling.GREEDY, 1);

        assertThat(sampler.sample(new float[] {-1, 3, 2, 3})).isEqualTo(1);
        assertThat(sampler.sample(new float[] {-1, -0.0f, 0.0f})).isEqualTo(1);
    }

    @Test
    void ranksEqualLogitsById() {
        LogitSampler sampler = new LogitSampler(new Sampling(1, 1, 3, 0), 302);
        float[] logits = new float[5000];

        assertThat(IntStream.range(0, 300).map(_ -> sampler.sample(logits)).distinct().sorted())
                .containsExactly(0, 1, 2);
    }

    @Test
    void keepsHalfOfAFlatVocabularyAtTopPOfAHalf() {
        LogitSampler sampler = new LogitSampler(new Sampling(1, 0.5, 0, 0), 303);
        float[] logits = new float[4];

        assertThat(IntStream.range(0, 300).map(_ -> sampler.sample(logits)).distinct().sorted())
                .containsExactly(0, 1);
    }

    @Test
    void neverDrawsWhatHasNoProbability() {
        LogitSampler sampler = new LogitSampler(new Sampling(100, 1, 0, 0), 304);
        float[] logits = new float[2000];
        Arrays.fill(logits, Float.NEGATIVE_INFINITY);
        logits[1500] = -Float.MAX_VALUE;

        assertThat(IntStream.range(0, 100).map(_ -> sampler.sample(logits))).containsOnly(1500);
    }

    @Test
    void drawsTheSameForTheSameSeedOnEveryJdk() {
        LogitSampler sampler = new LogitSampler(new Sampling(1, 1, 0, 0), 42);
        float[] logits = new float[1000];

        assertThat(IntStream.range(0, 6).map(_ -> sampler.sample(logits)))
                .containsExactly(741, 159, 278, 344, 38, 868);
    }

    @Test
    void leavesTheLogitsAsTheyWere() {
        float[] logits = logits(new SplittableRandom(305), 3000);
        float[] before = logits.clone();

        new LogitSampler(new Sampling(0.6, 0.95, 40, 0.01), 305).sample(logits);

        assertThat(logits).isEqualTo(before);
    }

    @ParameterizedTest(name = "temperature {0}")
    @ValueSource(doubles = {0, 0.6})
    void refusesLogitsThatAreNoNumbers(double temperature) {
        LogitSampler sampler = new LogitSampler(Sampling.DEFAULT.withTemperature(temperature), 1);
        float[][] bad = {
            {1, Float.NaN}, {Float.POSITIVE_INFINITY, 1}, {Float.NEGATIVE_INFINITY}, {}
        };

        for (float[] logits : bad) {
            assertThatThrownBy(() -> sampler.sample(logits))
                    .as(Arrays.toString(logits))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(sampler.sample(new float[] {9, -9})).isZero();
    }

    private static Sampling sampling(SplittableRandom random) {
        return new Sampling(
                TEMPERATURES[random.nextInt(TEMPERATURES.length)],
                TOP_PS[random.nextInt(TOP_PS.length)],
                TOP_KS[random.nextInt(TOP_KS.length)],
                MIN_PS[random.nextInt(MIN_PS.length)]);
    }

    /** Peaked, flat, tied, far apart or partly impossible. */
    private static float[] logits(SplittableRandom random, int size) {
        double spread = Math.pow(10, random.nextDouble(-2, 3));
        double absent = random.nextInt(3) == 0 ? 0.5 : 0;
        boolean whole = random.nextInt(3) == 0;
        float[] logits = new float[size];
        for (int id = 0; id < size; id++) {
            double logit = spread * random.nextGaussian();
            boolean impossible = random.nextDouble() < absent;
            logits[id] =
                    impossible
                            ? Float.NEGATIVE_INFINITY
                            : (float) (whole ? Math.rint(logit) : logit);
        }
        logits[random.nextInt(size)] = 0;
        return logits;
    }
}
