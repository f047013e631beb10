package dev.glimprouter.benchmarks.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long requests took.
 *
 * @param windows those of each stretch of requests, in nanoseconds
 */
record Times(List<long[]> windows) {

    private static final double MEDIAN = 0.5;
    private static final double LATE = 0.99;
    private static final double MILLI = 1e6;

    /** Copies the list. */
    Times {
        windows = List.copyOf(windows);
    }

    double medianMillis() {
        return quantile(all(), MEDIAN);
    }

    double lateMillis() {
        return quantile(all(), LATE);
    }

    int count() {
        return all().length;
    }

    private long[] all() {
        return windows.stream().flatMapToLong(LongStream::of).toArray();
    }

    /** The median of each window. */
    double[] medians() {
        return windows.stream().mapToDouble(window -> quantile(window, MEDIAN)).toArray();
    }

    /** What 99 % of each window stay below. */
    double[] lates() {
        return windows.stream().mapToDouble(window -> quantile(window, LATE)).toArray();
    }

    private static double quantile(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / MILLI;
    }
}
