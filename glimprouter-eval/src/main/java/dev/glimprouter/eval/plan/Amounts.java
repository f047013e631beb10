package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.Interval;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** Figures of plans as people read them. */
final class Amounts {

    private Amounts() {}

    /** A share from 0 to 1. */
    static String percent(double share) {
        return Double.isFinite(share) ? Numbers.percent(share) : Table.NOTHING;
    }

    /** A difference as a share, with its sign. */
    static String error(double share) {
        return Double.isFinite(share) ? format("%+.1f %%", 100 * share) : Table.NOTHING;
    }

    static String seconds(double seconds) {
        return Double.isFinite(seconds) ? format("%.2f", seconds) : Table.NOTHING;
    }

    static String millis(double seconds) {
        return format("%.1f ms", 1000 * seconds);
    }

    static String whole(double value) {
        return format("%.0f", value);
    }

    static String speed(double tokensPerSecond) {
        return Double.isFinite(tokensPerSecond) ? format("%.1f", tokensPerSecond) : "unknown";
    }

    static String times(double ratio) {
        return Double.isFinite(ratio) ? format("%.2f", ratio) : Table.NOTHING;
    }

    static String money(double price) {
        return format("%.6f", price);
    }

    static String range(Interval interval, DoubleFunction<String> number) {
        return interval.known() ? Numbers.range(interval, number) : Table.NOTHING;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
