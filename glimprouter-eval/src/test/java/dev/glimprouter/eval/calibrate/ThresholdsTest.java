package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

/** One short number for each way to divide scores. */
class ThresholdsTest {

    private static final Knob.Range NATS = new Knob.Range(0, Double.POSITIVE_INFINITY, 1);
    private static final Knob.Range SHARES = new Knob.Range(0, 1, 0.5);

    @Test
    void eachGapHasOne() {
        assertThat(Thresholds.between(new double[] {0, 0.2, 0.9, 2}, NATS))
                .containsExactly(0.0, 0.1, 0.6, 1.0, 2.3);
        assertThat(Thresholds.between(new double[] {0.25, 1}, SHARES)).containsExactly(0.2, 0.6);
    }

    @Test
    void theyDivideScoresThatLieCloseTogether() {
        SplittableRandom random = new SplittableRandom(1);
        double[] levels = random.doubles(200).map(x -> 1 - x * 1e-9).distinct().sorted().toArray();

        List<Double> thresholds = Thresholds.between(levels, SHARES);

        assertThat(thresholds).hasSize(levels.length + 1).isSorted().doesNotHaveDuplicates();
        for (int i = 1; i < levels.length; i++) {
            assertThat(thresholds.get(i)).isGreaterThan(levels[i - 1]);
            assertThat(thresholds.get(i)).isLessThanOrEqualTo(levels[i]);
        }
    }
}
