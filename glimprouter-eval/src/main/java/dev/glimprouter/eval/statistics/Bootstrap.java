package dev.glimprouter.eval.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Intervals by drawing whole units, such as questions with all their repeats, again and again with
 * replacement.
 *
 * @param resamples how often all units are drawn, at least 100
 * @param seed of the {@link SplittableRandom} that draws; the same seed gives the same interval
 */
public record Bootstrap(int resamples, long seed) {

    /** How many resamples are enough for the ends of a 95 % interval. */
    public static final int DEFAULT_RESAMPLES = 10_000;

    /** Keeps a wild skew from turning the ends round. */
    private static final double LEAST_STRETCH = 0.1;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Checks the number. */
    public Bootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException("too few resamples: " + resamples);
        }
    }

    /** With {@value #DEFAULT_RESAMPLES} resamples. */
    public Bootstrap(long seed) {
        this(DEFAULT_RESAMPLES, seed);
    }

    /** A figure of some units. */
    @FunctionalInterface
    public interface Statistic {
        /**
         * The figure of these units, by index, some of them several times; not a number where they
         * have none. The array is filled anew for the next call.
         */
        double of(int[] picked);
    }

    /** The middle 95 % of the resampled figures. */
    public Interval percentile(int units, Statistic statistic) {
        double[] sorted = resample(units, statistic);
        return between(sorted, Interval.MISS / 2, 1 - Interval.MISS / 2);
    }

    /** A figure with its standard error, of some units. */
    @FunctionalInterface
    interface Estimator {
        Estimate of(int[] picked);
    }

    /**
     * Student's t with its quantiles taken from resamples (bootstrap-t; Efron and Tibshirani 1993,
     * chapter 12): each resample brings its own standard error. Of the intervals here it holds its
     * promise on the fewest units, but only figures with a standard error have it.
     *
     * @return the figure itself, twice, where no resample differs from it; {@link Interval#UNKNOWN}
     *     for fewer than two units, or where the figure has no finite value
     */
    Interval studentised(int units, Estimator estimator) {
        Estimate whole = estimator.of(IntStream.range(0, units).toArray());
        if (units < 2 || !whole.isKnown()) {
            return Interval.UNKNOWN;
        }
        double[] sorted = resample(units, picked -> estimator.of(picked).above(whole));
        if (sorted.length == 0) {
            return new Interval(whole.value(), whole.value());
        }
        Interval t = between(sorted, Interval.MISS / 2, 1 - Interval.MISS / 2);
        return new Interval(
                whole.value() - t.upper() * whole.error(),
                whole.value() - t.lower() * whole.error());
    }

    /**
     * Efron's interval, corrected for bias and for skew (BCa; Efron and Tibshirani 1993, chapter
     * 14), for figures without a standard error.
     *
     * @return the figure itself, twice, where no resample differs from it; {@link Interval#UNKNOWN}
     *     for fewer than two units
     */
    public Interval bca(int units, Statistic statistic) {
        double[] sorted = resample(units, statistic);
        if (sorted.length == 0) {
            return Interval.UNKNOWN;
        }
        double bias = bias(sorted, statistic.of(IntStream.range(0, units).toArray()));
        double skew = skew(units, statistic);
        return between(
                sorted,
                corrected(Interval.MISS / 2, bias, skew),
                corrected(1 - Interval.MISS / 2, bias, skew));
    }

    private double[] resample(int units, Statistic statistic) {
        if (units < 2) {
            return new double[0];
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] picked = new int[units];
        double[] figures = new double[resamples];
        int defined = 0;
        for (int i = 0; i < resamples; i++) {
            for (int j = 0; j < units; j++) {
                picked[j] = random.nextInt(units);
            }
            double figure = statistic.of(picked);
            if (Double.isFinite(figure)) {
                figures[defined++] = figure;
            }
        }
        double[] sorted = Arrays.copyOf(figures, defined);
        Arrays.sort(sorted);
        return sorted;
    }

    private static Interval between(double[] sorted, double low, double high) {
        return sorted.length == 0
                ? Interval.UNKNOWN
                : new Interval(Quantile.ofSorted(sorted, low), Quantile.ofSorted(sorted, high));
    }

    /** How far the figure is from the middle of the resampled ones, as a normal deviate. */
    private static double bias(double[] sorted, double figure) {
        double below = 0;
        for (double each : sorted) {
            below += each < figure ? 1 : each == figure ? 0.5 : 0;
        }
        double edge = 0.5 / sorted.length;
        return NORMAL.inverseCumulativeProbability(
                Math.clamp(below / sorted.length, edge, 1 - edge));
    }

    /** By leaving out one unit at a time. */
    private static double skew(int units, Statistic statistic) {
        double[] without = new double[units];
        int[] picked = IntStream.range(1, units).toArray();
        for (int i = 0; i < units; i++) {
            without[i] = statistic.of(picked);
            if (i < units - 1) {
                picked[i] = i;
            }
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares = Arrays.stream(without).map(x -> Math.pow(mean - x, 2)).sum();
        double cubes = Arrays.stream(without).map(x -> Math.pow(mean - x, 3)).sum();
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    private static double corrected(double share, double bias, double skew) {
        double z = bias + NORMAL.inverseCumulativeProbability(share);
        return NORMAL.cumulativeProbability(bias + z / Math.max(LEAST_STRETCH, 1 - skew * z));
    }
}
