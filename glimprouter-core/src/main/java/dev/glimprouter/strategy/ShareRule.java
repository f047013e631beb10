package dev.glimprouter.strategy;

import java.util.Arrays;

/**
 * The threshold on H_init that steers towards a wanted share of large.
 *
 * <p>Of the newest H_init values the given share is to lie at or above the threshold. The more
 * large is behind its share, the greater the share it is given: all once it is {@code slack} steps
 * behind, none once it is {@code slack} steps ahead. So it never is more than slack + 1 steps off,
 * whatever the values are.
 *
 * @param rate wanted share, 0 to 1
 * @param slack how many steps it may be off, above 0
 */
record ShareRule(double rate, double slack) {

    private static final int FEWEST = 8;

    /**
     * The share of the coming steps that large is to have, 0 to 1.
     *
     * @param debt how many steps large is behind its share
     */
    double due(double debt) {
        double room = debt > 0 ? 1 - rate : rate;
        return Math.clamp(rate + room * debt / slack, 0, 1);
    }

    /**
     * The threshold for a step, in nats, from 0 to infinity: large writes from it on.
     *
     * @param recent the newest H_init values
     * @param now H_init of the step at hand; where it is equal to the threshold it counts as above
     *     only if large is not ahead of its share, so that equal values alternate
     */
    double threshold(double debt, double[] recent, double now) {
        double due = due(debt);
        if (due <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (due >= 1) {
            return 0;
        }
        double tau = recent.length < FEWEST ? EntropyThreshold.DEFAULT_TAU : upper(due, recent);
        return now == tau && debt < 0 ? Math.nextUp(now) : tau;
    }

    /** The value that this share of the values reaches. */
    private static double upper(double share, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int index = (int) Math.floor((1 - share) * sorted.length);
        return sorted[Math.min(index, sorted.length - 1)];
    }
}
