package dev.glimprouter.internal;

import java.util.Arrays;

/**
 * Arithmetic over the logits of a whole vocabulary, in loops that the compiler turns into vector
 * code.
 *
 * <p>A sum of floating-point numbers has an order, which keeps a plain summing loop from being
 * vectorised. So sums and maxima run in {@link #LANES} lanes: token i goes to lane i mod LANES, and
 * the lanes are added up at the end. The order is fixed, hence the result is the same on every
 * machine. Each loop over a block stands in a method of its own and reads float, writes double:
 * other shapes are compiled to scalar code, five times slower.
 *
 * <p>The exponential is e^x = P(x / 1024)^1024 for x from -64 to 0, with P the Taylor polynomial of
 * degree 5 and the power taken by ten squarings. Cutting the series costs a relative error of at
 * most 1.07 * 1024 (|x| / 1024)^6 / 720, which is 5e-12 at x = -12.6 and 9e-8 at x = -64, where e^x
 * is 2e-28; rounding costs less than 1e-12. Arguments below -64 count as -64: against the likeliest
 * token's weight of 1, a million such tokens weigh 2e-22.
 */
public final class Softmax {

    /** Lanes of a sum, in array elements. */
    public static final int LANES = 1024;

    /** Least argument of the exponential; lower ones are raised to it. */
    public static final double LEAST = -64;

    private static final double SHRINK = 1.0 / 1024;
    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;

    private Softmax() {}

    /** e^x for x from {@link #LEAST} to 0. */
    public static double exp(double x) {
        double y = x * SHRINK;
        double p = 1 + y * (1 + y * (C2 + y * (C3 + y * (C4 + y * C5))));
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        return p;
    }

    /**
     * The greatest logit; {@code lanes} is left with the greatest of each lane.
     *
     * @throws IllegalArgumentException if a logit is not a number or infinite, or none is finite
     */
    public static double max(float[] logits, double[] lanes) {
        Arrays.fill(lanes, Double.NEGATIVE_INFINITY);
        for (int from = 0; from < logits.length; from += LANES) {
            maxBlock(logits, from, Math.min(LANES, logits.length - from), lanes);
        }
        double max = Double.NEGATIVE_INFINITY;
        for (double lane : lanes) {
            max = Math.max(max, lane);
        }
        if (Double.isNaN(max) || max == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a logit is not a finite number");
        }
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("no token has a finite logit");
        }
        return max;
    }

    /** Sum of e^(scale (logit - max)); {@code lanes} is overwritten. */
    public static double sum(float[] logits, double max, double scale, double[] lanes) {
        Arrays.fill(lanes, 0);
        for (int from = 0; from < logits.length; from += LANES) {
            sumBlock(logits, from, Math.min(LANES, logits.length - from), max, scale, lanes);
        }
        return total(lanes);
    }

    /** Sum of the lanes. */
    public static double total(double[] lanes) {
        double total = 0;
        for (double lane : lanes) {
            total += lane;
        }
        return total;
    }

    /** Replaces the first {@code count} logits by their weights e^(scale (logit - max)). */
    public static void weigh(double[] logits, int count, double max, double scale) {
        for (int i = 0; i < count; i++) {
            logits[i] = exp(Math.max((logits[i] - max) * scale, LEAST));
        }
    }

    private static void maxBlock(float[] logits, int from, int count, double[] lanes) {
        for (int lane = 0; lane < count; lane++) {
            lanes[lane] = Math.max(lanes[lane], logits[from + lane]);
        }
    }

    private static void sumBlock(
            float[] logits, int from, int count, double max, double scale, double[] lanes) {
        for (int lane = 0; lane < count; lane++) {
            lanes[lane] += exp(Math.max((logits[from + lane] - max) * scale, LEAST));
        }
    }
}
