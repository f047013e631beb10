package dev.glimprouter.eval.statistics;

import java.util.Arrays;

/** Values as the positions of their levels, so that resamples are ranked without sorting again. */
final class Ranks {

    private final int[] levels;
    private final int[] counts;
    private final double[] middles;

    Ranks(double[] values) {
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        levels = Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(distinct, v)).toArray();
        counts = new int[distinct.length];
        middles = new double[distinct.length];
    }

    /** Makes {@link #rank} speak of these values, of which there may be several of one. */
    void rankAmong(int[] picked, int size) {
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            counts[levels[picked[i]]]++;
        }
        int below = 0;
        for (int level = 0; level < counts.length; level++) {
            middles[level] = below + (counts[level] + 1) / 2.0;
            below += counts[level];
        }
    }

    /** From 1; values that are equal share the mean of their ranks. */
    double rank(int value) {
        return middles[levels[value]];
    }
}
