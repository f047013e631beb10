package dev.glimprouter.eval.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Counts of values in bins of equal width.
 *
 * @param from lower edge of the first bin, in the unit of the values
 * @param width of each bin, above 0
 * @param counts how many values each bin holds; a value on an edge is in the bin above it, but the
 *     greatest value is in the last bin
 */
public record Histogram(double from, double width, List<Integer> counts) {

    private static final int MOST_BINS = 60;

    /** Copies the counts. */
    public Histogram {
        counts = List.copyOf(counts);
        if (!(width > 0) || counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d bins of width %s".formatted(counts.size(), width));
        }
    }

    /**
     * In bins as wide as Freedman and Diaconis (1981) have them, twice the quartiles' distance over
     * the cube root of the number, 60 at most; at least one finite value.
     */
    public static Histogram of(double... values) {
        double quartiles = Quantile.of(values, 0.75) - Quantile.of(values, 0.25);
        double width = 2 * quartiles / Math.cbrt(values.length);
        double range = Arrays.stream(values).max().orElseThrow() - least(values);
        double bins = width > 0 ? Math.ceil(range / width) : Math.sqrt(values.length);
        return of((int) Math.clamp(bins, 1, MOST_BINS), values);
    }

    /** In so many bins from the least to the greatest value. */
    public static Histogram of(int bins, double... values) {
        double from = least(values);
        double range = Arrays.stream(values).max().orElseThrow() - from;
        double width = range > 0 ? range / bins : 1;
        List<Integer> counts = new ArrayList<>(Collections.nCopies(bins, 0));
        for (double value : values) {
            int bin = Math.min(bins - 1, (int) ((value - from) / width));
            counts.set(bin, counts.get(bin) + 1);
        }
        return new Histogram(from, width, counts);
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
