package dev.glimprouter.strategy;

import dev.glimprouter.error.RequestException;

import java.util.Optional;

/**
 * Two normal distributions of H_init: routine steps and turning points.
 *
 * @param low mean of the routine steps, in nats
 * @param lowDeviation their standard deviation, in nats, above 0
 * @param high mean of the turning points, in nats, above {@code low}
 * @param highDeviation their standard deviation, in nats, above 0
 * @param share share of the turning points among all steps, above 0 and below 1
 */
public record GaussianMixture(
        double low, double lowDeviation, double high, double highDeviation, double share) {

    private static final int MOST_ROUNDS = 500;

    /** Checks ranges. */
    public GaussianMixture {
        Ranges.require("low", low, 0, Double.MAX_VALUE);
        Ranges.require("high", high, 0, Double.MAX_VALUE);
        requireBetween("low-deviation", lowDeviation, 0, Double.POSITIVE_INFINITY);
        requireBetween("high-deviation", highDeviation, 0, Double.POSITIVE_INFINITY);
        requireBetween("share", share, 0, 1);
        if (!(low < high)) {
            throw new RequestException(
                    "low must be below high: %s is not below %s.".formatted(low, high));
        }
    }

    private static void requireBetween(String name, double value, double least, double most) {
        if (!(value > least && value < most)) {
            throw new RequestException(
                    "%s must be a number between %.0f and %.0f, not %s."
                            .formatted(name, least, most, value));
        }
    }

    /**
     * The mixture that is likeliest to have made these scores, found by expectation and
     * maximisation from the best cut in two; the same for the same scores in any order.
     *
     * @param scores H_init values in nats, finite and not negative
     * @return empty where the scores do not fall into two groups that differ: fewer than 4 scores,
     *     equal scores, or a group that comes down to less than one score
     * @throws IllegalArgumentException if a score is negative or not finite
     */
    public static Optional<GaussianMixture> fit(double... scores) {
        return new MixtureFit(scores).run(MOST_ROUNDS);
    }

    /**
     * Probability that a step with this score is a turning point, 0 to 1; it grows with the score.
     *
     * <p>Below the lower mean it stays what it is at that mean, above the higher one too: with
     * unequal deviations the formula would turn round there, and call the surest step of all a
     * turning point.
     */
    public double posterior(double nats) {
        double at = Math.clamp(nats, low, high);
        double odds =
                logDensity(at, low, lowDeviation)
                        + Math.log1p(-share)
                        - logDensity(at, high, highDeviation)
                        - Math.log(share);
        return 1 / (1 + Math.exp(odds));
    }

    /** Logarithm of a normal density, without the constant that all share. */
    static double logDensity(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return -0.5 * z * z - Math.log(deviation);
    }
}
