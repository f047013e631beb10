package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.eval.statistics.RankCorrelation.Point;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Spearman's correlation, against SciPy 1.17.1. */
class RankCorrelationTest {

    private static final double[] X = {0.1, 0.4, 0.4, 0.9, 1.3, 2.0, 2.2, 0.7, 1.1, 3.0};
    private static final double[] Y = {.9, .8, .7, .7, .5, .2, .4, .6, .6, .1};

    @Test
    void tiesShareTheirRanks() {
        RankCorrelation found = RankCorrelation.of(points(i -> "q" + i), new Bootstrap(20_000, 1));

        // spearmanr(x, y); bootstrap((x, y), spearmanr, paired=True, method='BCa',
        //   n_resamples=20000, rng=1)
        assertThat(found.value()).isCloseTo(-0.9510747836274878, within(1e-12));
        assertThat(found.interval().lower()).isCloseTo(-1, within(0.01));
        assertThat(found.interval().upper()).isCloseTo(-0.686, within(0.05));
    }

    @Test
    void stepsOfOneQuestionAreDrawnTogether() {
        RankCorrelation found = RankCorrelation.of(points(i -> "q" + i / 5), new Bootstrap(1));

        assertThat(found.clusters()).isEqualTo(2);
        assertThat(found.points()).isEqualTo(10);
        assertThat(found.interval()).isNotEqualTo(Interval.UNKNOWN);
        assertThat(RankCorrelation.of(points(_ -> "q"), new Bootstrap(1)).interval())
                .isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void whatNeverVariesHasNoCorrelation() {
        List<Point> flat = IntStream.range(0, 5).mapToObj(i -> new Point("q" + i, i, 3)).toList();

        RankCorrelation found = RankCorrelation.of(flat, new Bootstrap(1));

        assertThat(found.value()).isNaN();
        assertThat(found.interval()).isEqualTo(Interval.UNKNOWN);
    }

    private static List<Point> points(IntFunction<String> cluster) {
        return IntStream.range(0, X.length)
                .mapToObj(i -> new Point(cluster.apply(i), X[i], Y[i]))
                .toList();
    }
}
