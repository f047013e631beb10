package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.Interval;

import java.util.function.DoubleFunction;

/** The figures that only plans have, as people read them. */
final class Amounts {

    private Amounts() {}

    static String seconds(double seconds) {
        return Numbers.rounded(seconds, 2);
    }

    static String millis(double seconds) {
        return Double.isFinite(seconds)
                ? Numbers.rounded(1000 * seconds, 1) + " ms"
                : Table.NOTHING;
    }

    static String tokens(double tokens) {
        return Numbers.rounded(tokens, 0);
    }

    static String speed(double tokensPerSecond) {
        return Double.isFinite(tokensPerSecond) ? Numbers.rounded(tokensPerSecond, 1) : "unknown";
    }

    static String factor(double ratio) {
        return Numbers.rounded(ratio, 2);
    }

    static String money(double price) {
        return Numbers.rounded(price, 6);
    }

    static String range(Interval interval, DoubleFunction<String> number) {
        return interval.known() ? Numbers.range(interval, number) : Table.NOTHING;
    }
}
