package dev.glimprouter.glimpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

final class EntropyKernelTest {

    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest(name = "vocabulary of {0}, {1} cases from seed {2}")
    @CsvSource({
        "1, 20, 101",
        "2, 500, 102",
        "7, 500, 103",
        "1023, 200, 104",
        "1024, 200, 105",
        "1025, 200, 106",
        "151936, 60, 107"
    })
    void equalsTheReferenceOnRandomLogits(int size, int cases, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < cases; i++) {
            double spread = Math.pow(10, random.nextDouble(-3, 4));
            double centre = random.nextDouble(-100, 100);
            double absent = random.nextBoolean() ? random.nextDouble() : 0;
            float[] logits = new float[size];
            for (int id = 0; id < size; id++) {
                logits[id] =
                        random.nextDouble() < absent
                                ? Float.NEGATIVE_INFINITY
                                : (float) (centre + spread * random.nextGaussian());
            }
            logits[random.nextInt(size)] = (float) centre;
            assertAgrees(logits, "case " + i);
        }
    }

    @ParameterizedTest(name = "vocabulary of {0}")
    @ValueSource(ints = {1, 2, 7, 1023, 1024, 1025, 151936})
    void isTheLogarithmOfTheSizeWhereAllAreEqual(int size) {
        float[] logits = new float[size];
        Arrays.fill(logits, -12.5f);

        assertThat(EntropyKernel.nats(logits)).isCloseTo(Math.log(size), within(1e-10));
    }

    @ParameterizedTest(name = "one of 151936 leads by {0}")
    @ValueSource(floats = {5, 10, 11, 12, 12.6f, 13, 14, 16, 20, 30, 63, 64, 65, 100, 3e38f})
    void equalsTheReferenceWhereOneLeads(float lead) {
        float[] logits = new float[151_936];
        logits[150_000] = lead;

        assertAgrees(logits, "lead " + lead);
    }

    @Test
    void isZeroWhereOneTokenIsPossible() {
        float[] logits = new float[1025];
        Arrays.fill(logits, Float.NEGATIVE_INFINITY);
        logits[1024] = -3;

        assertThat(EntropyKernel.nats(logits)).isCloseTo(0, within(1e-18));
    }

    @Test
    void takesTheWholeRangeOfFloats() {
        assertAgrees(new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, 0}, "range");
        assertAgrees(new float[] {-Float.MAX_VALUE, -Float.MAX_VALUE}, "lowest");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void refusesLogitsThatAreNoNumbers(float bad) {
        assertThatThrownBy(() -> EntropyKernel.nats(new float[] {1, bad, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLogitsOfWhichNoneIsFinite() {
        assertThatThrownBy(() -> EntropyKernel.nats(new float[] {Float.NEGATIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertAgrees(float[] logits, String what) {
        assertThat(EntropyKernel.nats(logits))
                .as(what)
                .isCloseTo(EntropyKernel.reference(logits), within(TOLERANCE));
    }
}
