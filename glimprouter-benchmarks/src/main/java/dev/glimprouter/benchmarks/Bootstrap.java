package dev.glimprouter.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Median of a sample, and how sure it is. */
final class Bootstrap {

    private static final int RESAMPLES = 10_000;

    private Bootstrap() {}

    static double median(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Percentile interval of the median over resamples with replacement: lower and upper end. */
    static double[] interval(double[] sample, double confidence, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] =
                    median(
                            random.ints(sample.length, 0, sample.length)
                                    .mapToDouble(at -> sample[at])
                                    .toArray());
        }
        Arrays.sort(medians);
        int tail = (int) Math.round((1 - confidence) / 2 * (RESAMPLES - 1));
        return new double[] {medians[tail], medians[RESAMPLES - 1 - tail]};
    }
}
