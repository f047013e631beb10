package dev.glimprouter.eval.calibrate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * One threshold for each way to divide scores in two: a short number near the middle of each gap,
 * and one on each side of all of them.
 */
final class Thresholds {

    private static final int MOST_DIGITS = 17;
    private static final double OUTSIDE = 0.25;
    private static final double LEAST_STEP = 0.01;

    private Thresholds() {}

    /**
     * From the lowest.
     *
     * @param levels different scores from the lowest; at least one
     */
    static List<Double> between(double[] levels, Knob.Range range) {
        List<Double> all = new ArrayList<>();
        double first = levels[0];
        double last = levels[levels.length - 1];
        if (first >= range.least()) {
            all.add(
                    first - range.least() < LEAST_STEP
                            ? first
                            : within(first - step(first), first));
        }
        for (int i = 1; i < levels.length; i++) {
            all.add(within(levels[i - 1], levels[i]));
        }
        if (last < range.most()) {
            all.add(within(last, Math.min(range.most(), last + step(last))));
        }
        return all.stream().map(value -> Math.max(value, range.least())).distinct().toList();
    }

    private static double step(double level) {
        return Math.max(OUTSIDE * Math.abs(level), LEAST_STEP);
    }

    /** A short number near the middle that is above one score and at most the other. */
    static double within(double low, double high) {
        return nearMiddle(low, high, brief -> brief > low && brief <= high);
    }

    /** A short number near the middle that is neither of both. */
    static double middle(double low, double high) {
        return nearMiddle(low, high, brief -> brief > low && brief < high);
    }

    private static double nearMiddle(double low, double high, DoublePredicate fits) {
        BigDecimal middle = new BigDecimal((low + high) / 2);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            double brief = middle.round(new MathContext(digits)).doubleValue();
            if (fits.test(brief)) {
                return brief;
            }
        }
        return high;
    }
}
