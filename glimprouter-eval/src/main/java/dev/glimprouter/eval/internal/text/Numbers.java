package dev.glimprouter.eval.internal.text;

import dev.glimprouter.eval.statistics.Interval;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures as people read them. */
public final class Numbers {

    private static final double LEAST_P = 0.0001;

    private Numbers() {}

    /** A share from 0 to 1, such as {@code 33.3 %}. */
    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    /** A share in hundredths, without a sign of its own. */
    public static String hundredths(double share) {
        return format("%.1f", 100 * share);
    }

    /** Percentage points, with a sign. */
    public static String points(double share) {
        return format("%+.1f", withoutMinusZero(100 * share));
    }

    /** A ratio. */
    public static String times(double ratio) {
        return Double.isFinite(ratio) ? format("%.3f", ratio) : "undefined";
    }

    /** A p value. */
    public static String p(double value) {
        return value < LEAST_P ? "below 0.0001" : format("%.4f", value);
    }

    /** Three figures, more where they stand before the point. */
    public static String amount(double value) {
        double size = Math.abs(value);
        return format(size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** A whole number with thousands marks. */
    public static String whole(long value) {
        return format("%,d", value);
    }

    /** An interval; {@code unknown} where it says nothing. */
    public static String range(Interval interval, DoubleFunction<String> number) {
        return interval.known()
                ? number.apply(interval.lower()) + " to " + number.apply(interval.upper())
                : "unknown";
    }

    private static double withoutMinusZero(double points) {
        return Math.abs(points) < 0.05 ? 0 : points;
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
