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

    /** Two-sided p value of an estimate of something that is 0 by hypothesis. */
    static double twoSided(double estimate, double standardError, int degrees) {
        if (degrees < 1 || estimate == 0) {
            return 1;
        }
        double t = Math.abs(estimate / standardError);
        return 2 * TDistribution.of(degrees).survivalProbability(t);
    }
}
