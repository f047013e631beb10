package dev.glimprouter.eval.statistics;

import java.util.stream.IntStream;

/**
 * Hartigan and Hartigan's dip (1985): the least distance between a sample's cumulative steps and
 * any cumulative curve with one hump only, that is, convex up to a mode and concave from there.
 *
 * <p>The modal interval starts as the whole sample. In each round the greatest convex curve below
 * the steps and the least concave curve above them are drawn over it; where they are furthest apart
 * a smaller interval is cut out, and what was cut off left and right must fit its curve. It ends
 * when the curves inside are closer than that fit.
 */
final class Dip {

    private final double[] x;
    private final int[] convexBefore;
    private final int[] concaveAfter;

    private Dip(double[] sorted) {
        x = sorted;
        convexBefore = new int[x.length];
        concaveAfter = new int[x.length];
        for (int i = 1; i < x.length; i++) {
            int at = i - 1;
            while (at > 0 && bend(convexBefore[at], at, i) >= 0) {
                at = convexBefore[at];
            }
            convexBefore[i] = at;
        }
        int last = x.length - 1;
        for (int i = last - 1; i >= 0; i--) {
            int at = i + 1;
            while (at < last && bend(i, at, concaveAfter[at]) <= 0) {
                at = concaveAfter[at];
            }
            concaveAfter[i] = at;
        }
    }

    /** From 1 / 2n to 1/4; the sample is sorted and not empty. */
    static double of(double[] sorted) {
        int n = sorted.length;
        boolean flat = sorted[0] == sorted[n - 1];
        return (flat ? 1 : new Dip(sorted).steps()) / (2 * n);
    }

    /** Negative where a curve through three values turns upwards, positive where downwards. */
    private double bend(int a, int b, int c) {
        return (b - a) * (x[c] - x[b]) - (c - b) * (x[b] - x[a]);
    }

    /** Twice the dip, in values. */
    private double steps() {
        int low = 0;
        int high = x.length - 1;
        double dip = 1;
        while (true) {
            int[] convex = convex(low, high);
            int[] concave = concave(low, high);
            Gap gap = Gap.widest(x, convex, concave);
            if (gap.steps() < dip) {
                return dip;
            }
            dip = Math.max(dip, Math.max(left(convex, gap.low()), right(concave, gap.high())));
            if (gap.low() == low && gap.high() == high) {
                return dip;
            }
            low = gap.low();
            high = gap.high();
        }
    }

    private int[] convex(int low, int high) {
        int[] corners = IntStream.iterate(high, at -> at > low, at -> convexBefore[at]).toArray();
        return IntStream.concat(IntStream.of(low), IntStream.of(corners).sorted()).toArray();
    }

    private int[] concave(int low, int high) {
        return IntStream.concat(
                        IntStream.iterate(low, at -> at < high, at -> concaveAfter[at]),
                        IntStream.of(high))
                .toArray();
    }

    /** How far the steps rise above the convex curve up to a corner. */
    private double left(int[] convex, int until) {
        double most = 1;
        for (int i = 1; i < convex.length && convex[i] <= until; i++) {
            int from = convex[i - 1];
            double slope = slope(from, convex[i]);
            for (int j = from; j < convex[i]; j++) {
                most = Math.max(most, j - from + 1 - (x[j] - x[from]) * slope);
            }
        }
        return most;
    }

    /** How far the steps fall below the concave curve from a corner on. */
    private double right(int[] concave, int since) {
        double most = 1;
        for (int i = concave.length - 1; i > 0 && concave[i - 1] >= since; i--) {
            int from = concave[i - 1];
            double slope = slope(from, concave[i]);
            for (int j = from + 1; j <= concave[i]; j++) {
                most = Math.max(most, (x[j] - x[from]) * slope - (j - from - 1));
            }
        }
        return most;
    }

    private double slope(int from, int to) {
        return Gap.slope(x, from, to);
    }
}
