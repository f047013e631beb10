package dev.glimprouter.eval.statistics;

/**
 * A 95 % interval: made so that it holds the truth in 95 of 100 repetitions of the whole study.
 *
 * @param lower lower end, in the unit of the figure
 * @param upper upper end
 */
public record Interval(double lower, double upper) {

    /** What a sample says that cannot tell how sure it is, such as one question alone. */
    public static final Interval UNKNOWN =
            new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Chance that such an interval misses the truth. */
    static final double MISS = 0.05;

    /** Checks the order of the ends. */
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("an interval from %s to %s".formatted(lower, upper));
        }
    }

    static Interval around(double centre, double half) {
        return half < Double.POSITIVE_INFINITY
                ? new Interval(centre - half, centre + half)
                : UNKNOWN;
    }

    /** Whether both ends are finite. */
    public boolean known() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }

    /** Whether the value lies within, the ends included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    Interval within(double least, double most) {
        return new Interval(Math.clamp(lower, least, most), Math.clamp(upper, least, most));
    }
}
