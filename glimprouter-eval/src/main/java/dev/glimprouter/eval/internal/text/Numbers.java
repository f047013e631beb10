package dev.glimprouter.eval.internal.text;

import dev.glimprouter.eval.statistics.Interval;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures as people read them; {@link Table#NOTHING} where there is none. */
public final class Numbers {

    private static final double LEAST_P = 0.0001;

    private Numbers() {}

    /** A share from 0 to 1, such as {@code 33.3 %}. */
    public static String percent(double share) {
        return known("%.1f %%", 100 * share);
    }

    /** The ends of an interval of shares, such as {@code 20.0 to 33.3 %}. */
    public static String percent(Interval interval) {
        return hundredths(interval.lower()) + " to " + percent(interval.upper());
    }

    /** A difference as a share, with its sign. */
    public static String signedPercent(double share) {
        return known("%+.1f %%", 100 * share);
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

    /** So many places. */
    public static String rounded(double value, int places) {
        return known("%." + places + "f", value);
    }

    /** Six places at most, without zeros at the end. */
    public static String plain(double value) {
        String text = format("%.6f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A whole number with thousands marks. */
    public static String whole(long value) {
        return format("%,d", value);
    }

    /** A count with its noun. */
    public static String count(long count, String one, String many) {
        return whole(count) + " " + (count == 1 ? one : many);
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

    private static String known(String pattern, double value) {
        return Double.isFinite(value) ? format(pattern, value) : Table.NOTHING;
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
