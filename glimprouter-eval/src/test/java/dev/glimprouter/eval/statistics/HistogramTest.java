package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/** Counts in bins. */
class HistogramTest {

    @Test
    void aValueOnAnEdgeIsAboveItAndTheGreatestIsInTheLastBin() {
        Histogram histogram = Histogram.of(4, 0, 1, 1, 2.5, 4);

        assertThat(histogram.from()).isZero();
        assertThat(histogram.width()).isEqualTo(1);
        assertThat(histogram.counts()).containsExactly(1, 2, 1, 1);
    }

    @Test
    void theWidthGoesByTheQuartiles() {
        double[] even = IntStream.rangeClosed(0, 1000).mapToDouble(i -> i).toArray();

        // np.histogram_bin_edges(range(1001), bins='fd'): ceil(1000 / (2 * 500 / 1001 ** (1 / 3)))
        Histogram histogram = Histogram.of(even);

        assertThat(histogram.counts()).hasSize(11);
        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1001);
        assertThat(histogram.width()).isCloseTo(1000 / 11.0, within(1e-9));
    }

    @Test
    void equalValuesFillOneBin() {
        assertThat(Histogram.of(3, 3, 3, 3, 3).counts()).containsExactly(4, 0, 0);
        assertThat(Histogram.of(new double[] {7}).counts()).containsExactly(1);
    }

    @Test
    void oneFarValueDoesNotMakeMillionsOfBins() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        values[99] = 1e9;

        assertThat(Histogram.of(values).counts()).hasSize(60);
    }
}
