package dev.glimprouter.eval.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution. */
final class StudentT {

    private StudentT() {}

    /** How many standard errors a 95 % interval reaches to each side; infinite for no degree. */
    static double reach(int degrees) {
        return quantile(degrees, 1 - Interval.MISS / 2);
    }

    static double quantile(int degrees, double probability) {
        return degrees < 1
                ? Double.POSITIVE_INFINITY
                : TDistribution.of(degrees).inverseCumulativeProbability(probability);
    }

    /** Chance of a statistic at least as far from 0. */
    static double twoSided(double statistic, int degrees) {
        return 2 * TDistribution.of(degrees).survivalProbability(Math.abs(statistic));
    }
}
