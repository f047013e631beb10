package dev.glimprouter.eval.statistics;

import java.util.Arrays;

/** Quantiles of a sample, interpolated between the two nearest values (Hyndman and Fan's 7). */
public final class Quantile {

    private Quantile() {}

    /** The value below which this share of the sample lies; in any order, at least one value. */
    public static double of(double[] sample, double share) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, share);
    }

    /** The middle of a sample. */
    public static double median(double[] sample) {
        return of(sample, 0.5);
    }

    static double ofSorted(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
