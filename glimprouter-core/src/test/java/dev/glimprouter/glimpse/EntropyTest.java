package dev.glimprouter.glimpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** An entropy, its bounds and what they settle. */
class EntropyTest {

    @Test
    void anExactEntropySettlesEveryThreshold() {
        for (double tau : new double[] {0, 0.5, 1, 1.5, Double.POSITIVE_INFINITY}) {
            assertThat(Entropy.exact(1).settles(tau)).as("tau " + tau).isTrue();
        }
    }

    @Test
    void boundsOnOneSideOfTheThresholdSettleIt() {
        Entropy seen = new Entropy(1, 0.9, 0.8, 1.4);

        assertThat(seen.settles(0.7)).isTrue();
        assertThat(seen.settles(0.8)).as("ties are large's").isTrue();
        assertThat(seen.settles(0.9)).isFalse();
        assertThat(seen.settles(1.2)).isFalse();
        assertThat(seen.settles(1.4)).as("ties are large's").isFalse();
        assertThat(seen.settles(1.5)).isTrue();
    }

    @Test
    void aValueOutsideItsBoundsSettlesNothingBetween() {
        Entropy seen = new Entropy(0.5, 0.4, 1, 3);

        assertThat(seen.settles(0.7)).as("small by the value, large in truth").isFalse();
        assertThat(seen.settles(0.4)).isTrue();
        assertThat(seen.settles(4)).isTrue();
    }

    @Test
    void whatIsNoEntropyIsRefused() {
        double[][] wrong = {
            {-0.1, 1, 0, 1},
            {Double.NaN, 1, 0, 1},
            {1, 1, 2, 1},
            {1, 1, -1, 1},
            {1, 1, 0, Double.NaN},
            {1, 1.1, 0, 1},
            {1, -0.1, 0, 1},
            {1, Double.NaN, 0, 1}
        };
        for (double[] of : wrong) {
            assertThatThrownBy(() -> new Entropy(of[0], of[1], of[2], of[3]))
                    .as(Arrays.toString(of))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aProbeTellsHInit() {
        assertThat(new Probe(Entropy.exact(0.25), 7, " So", 10).hInit()).isEqualTo(0.25);
    }

    @Test
    void aFullDistributionNeedsATokenAndANumber() {
        assertThatThrownBy(() -> new FullDistribution(new float[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FullDistribution(new float[] {1, Float.NaN}).entropy())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new FullDistribution(new float[] {3, 3}).entropy().nats())
                .isCloseTo(Math.log(2), within(1e-12));
        assertThat(new FullDistribution(new float[] {3}).vocabularySize()).isEqualTo(1);
    }
}
