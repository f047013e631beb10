package dev.glimprouter.benchmarks.replay;

import java.util.Arrays;

/**
 * The ratio of two things measured in pairs, with its 95 % interval: Student's t over the
 * logarithms of the ratios.
 *
 * @param ratio geometric mean
 * @param lower lower end of the interval
 * @param upper upper end
 */
record PairedRatio(double ratio, double lower, double upper) {

    private static final double NORMAL = 1.959964;

    /** At least two pairs. */
    static PairedRatio of(double[] over, double[] under) {
        int n = over.length;
        double[] logs = new double[n];
        Arrays.setAll(logs, i -> Math.log(over[i] / under[i]));
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        double half = quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new PairedRatio(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
    }

    /** The 97.5 % point of Student's t, by Fisher's expansion: right to 0.002 from nine degrees. */
    private static double quantile(int degrees) {
        double z = NORMAL;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double first = (z3 + z) / 4;
        double second = (5 * z5 + 16 * z3 + 3 * z) / 96;
        double third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
        double d = degrees;
        return z + first / d + second / (d * d) + third / (d * d * d);
    }
}
