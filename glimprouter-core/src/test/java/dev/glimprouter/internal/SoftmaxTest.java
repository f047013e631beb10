package dev.glimprouter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SoftmaxTest {

    private final double[] lanes = new double[Softmax.LANES];

    @Test
    void exponentialKeepsItsErrorBound() {
        for (double x = Softmax.LEAST; x <= 0; x += 1e-4) {
            double bound = 1.07 * 1024 * Math.pow(-x / 1024, 6) / 720 + 1e-12;
            assertThat(Math.abs(Softmax.exp(x) / Math.exp(x) - 1)).as("at %s", x).isLessThan(bound);
        }
    }

    @Test
    void exponentialOfZeroIsOne() {
        assertThat(Softmax.exp(0)).isEqualTo(1);
    }

    @ParameterizedTest(name = "vocabulary of {0}")
    @ValueSource(ints = {1, 2, 1023, 1024, 1025, 5000})
    void findsTheMaximumAtEveryPlace(int size) {
        for (int at = 0; at < size; at += Math.max(1, size / 50)) {
            float[] logits = new float[size];
            logits[at] = 1;
            assertThat(Softmax.max(logits, lanes)).as("at %s", at).isEqualTo(1);
        }
    }

    @Test
    void leavesTheMaximumOfEachLane() {
        float[] logits = new float[2 * Softmax.LANES];
        logits[3] = 7;
        logits[Softmax.LANES + 5] = 8;

        Softmax.max(logits, lanes);

        assertThat(lanes[3]).isEqualTo(7);
        assertThat(lanes[5]).isEqualTo(8);
        assertThat(lanes[4]).isZero();
    }

    @ParameterizedTest(name = "{0} at the end of a vocabulary of 1030")
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void refusesWhatIsNotANumber(float bad) {
        float[] logits = new float[1030];
        logits[1029] = bad;

        assertThatThrownBy(() -> Softmax.max(logits, lanes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a logit is not a finite number");
    }

    @Test
    void refusesNothingButNegativeInfinity() {
        float[] logits = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};

        assertThatThrownBy(() -> Softmax.max(logits, lanes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no token has a finite logit");
    }
}
