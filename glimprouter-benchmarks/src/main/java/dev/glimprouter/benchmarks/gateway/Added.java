package dev.glimprouter.benchmarks.gateway;

import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.Mean;

import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a way through something takes longer than the direct one.
 *
 * @param millis the difference over all requests, in milliseconds
 * @param interval 95 % of the mean difference of windows that follow each other, by Student's t
 */
record Added(double millis, Interval interval) {

    static Added median(Times through, Times direct) {
        return new Added(
                through.medianMillis() - direct.medianMillis(),
                interval(through.medians(), direct.medians()));
    }

    static Added late(Times through, Times direct) {
        return new Added(
                through.lateMillis() - direct.lateMillis(),
                interval(through.lates(), direct.lates()));
    }

    private static Interval interval(double[] through, double[] direct) {
        return Mean.of(
                        IntStream.range(0, through.length)
                                .mapToDouble(i -> through[i] - direct[i])
                                .toArray())
                .interval();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.3f ms (windows: %.3f to %.3f)",
                millis,
                interval.lower(),
                interval.upper());
    }
}
