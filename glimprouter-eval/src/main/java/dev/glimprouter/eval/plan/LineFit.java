package dev.glimprouter.eval.plan;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Seconds of a stretch of prompt tokens as a straight line over their number, by least squares;
 * through the origin where the line would be one that no machine can have.
 *
 * @param each seconds of each stretch
 * @param token seconds of each token
 */
record LineFit(double each, double token) {

    private static final double NANOS = 1e9;

    /** Of at least one stretch. */
    static LineFit of(List<Stretch> stretches) {
        double n = stretches.size();
        double tokens = sum(stretches, Stretch::tokens) / n;
        double seconds = sum(stretches, Stretch::nanos) / n / NANOS;
        double spread = sum(stretches, s -> Math.pow(s.tokens() - tokens, 2));
        double slope =
                sum(stretches, s -> (s.tokens() - tokens) * (s.nanos() / NANOS - seconds)) / spread;
        double each = seconds - slope * tokens;
        return slope > 0 && each >= 0 && Double.isFinite(slope)
                ? new LineFit(each, slope)
                : new LineFit(0, seconds / tokens);
    }

    private static double sum(List<Stretch> stretches, ToDoubleFunction<Stretch> what) {
        return stretches.stream().mapToDouble(what).sum();
    }
}
