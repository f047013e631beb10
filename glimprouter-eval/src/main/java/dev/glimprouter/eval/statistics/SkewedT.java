package dev.glimprouter.eval.statistics;

/**
 * Student's t for the mean of skewed figures, such as seconds: Hall's transformation takes the skew
 * out of the statistic before it is held against the distribution (Hall 1992, Journal of the Royal
 * Statistical Society B 54, 221 to 228). Without skew it is Student's t.
 *
 * @param estimate the mean with its standard error
 * @param skew sum of the third powers of the residuals, over the sum of their squares to the power
 *     of 3/2; -1 to 1
 * @param degrees of freedom
 */
record SkewedT(Estimate estimate, double skew, int degrees) {

    /** Below it the transformation is the identity in the precision that is left. */
    private static final double STRAIGHT = 1e-6;

    /** 95 %; unknown where there is no degree of freedom. */
    Interval interval() {
        if (degrees < 1) {
            return Interval.UNKNOWN;
        }
        double reach = StudentT.reach(degrees);
        return new Interval(
                estimate.value() - skewed(reach) * estimate.error(),
                estimate.value() - skewed(-reach) * estimate.error());
    }

    /** Two-sided p value for the hypothesis that the mean is 0. */
    double pValue() {
        if (degrees < 1 || estimate.value() == 0) {
            return 1;
        }
        return StudentT.twoSided(straight(estimate.value() / estimate.error()), degrees);
    }

    private double straight(double t) {
        return Math.abs(skew) < STRAIGHT
                ? t
                : t + skew * t * t / 3 + skew * skew * t * t * t / 27 + skew / 6;
    }

    /** The inverse. */
    private double skewed(double t) {
        return Math.abs(skew) < STRAIGHT
                ? t
                : 3 / skew * (Math.cbrt(1 + skew * (t - skew / 6)) - 1);
    }
}
