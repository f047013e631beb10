package dev.glimprouter.report.internal;

import dev.glimprouter.eval.statistics.Interval;

import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as people read them. */
public final class NumberText {

    /** Stands where there is no figure. */
    public static final String NOTHING = "-";

    private NumberText() {}

    /** A share, 0 to 1, in percent. */
    public static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    /** The ends of an interval of shares, in percent. */
    public static String percent(Interval interval) {
        return format("%.1f", 100 * interval.lower())
                + " to "
                + format("%.1f %%", 100 * interval.upper());
    }

    /** Three figures or so. */
    public static String amount(double value) {
        double size = Math.abs(value);
        return format(size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** The same, or that there is none. */
    public static String amount(OptionalDouble value) {
        return value.isPresent() ? amount(value.getAsDouble()) : NOTHING;
    }

    /** Without zeros at the end, six places at most. */
    public static String plain(double value) {
        String text = format("%.6f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** A count with its noun. */
    public static String count(long count, String one, String many) {
        return format("%,d ", count) + (count == 1 ? one : many);
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
