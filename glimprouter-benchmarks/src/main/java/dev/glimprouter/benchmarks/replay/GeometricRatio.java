package dev.glimprouter.benchmarks.replay;

import dev.glimprouter.eval.statistics.Mean;

import java.util.stream.IntStream;

/**
 * The ratio of two things measured in pairs, with its 95 % interval: Student's t over the
 * logarithms of the ratios.
 *
 * @param ratio geometric mean
 * @param lower lower end of the interval
 * @param upper upper end
 */
record GeometricRatio(double ratio, double lower, double upper) {

    /** At least two pairs. */
    static GeometricRatio of(double[] over, double[] under) {
        Mean logs =
                Mean.of(
                        IntStream.range(0, over.length)
                                .mapToDouble(i -> Math.log(over[i] / under[i]))
                                .toArray());
        return new GeometricRatio(
                Math.exp(logs.value()),
                Math.exp(logs.interval().lower()),
                Math.exp(logs.interval().upper()));
    }
}
