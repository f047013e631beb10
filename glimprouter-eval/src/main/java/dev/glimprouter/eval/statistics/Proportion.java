package dev.glimprouter.eval.statistics;

import java.util.List;

/**
 * The share of right answers over questions, each counting once however often it was repeated.
 *
 * <p>The interval is Wilson's (1927), with the effective number of runs in place of their number
 * and Student's t in place of the normal distribution, as Korn and Graubard (1998) do for Clopper
 * and Pearson's. The effective number is what independent runs would need for the same standard
 * error. It cannot exceed the number of runs; where all answers are right or all wrong, the
 * standard error is 0 and says nothing, and it is the number of clusters. So the interval stays
 * between 0 and 1 and never has the width 0.
 *
 * @param mean the mean with its standard error; its own interval is the one to distrust near 0 or 1
 * @param effectiveRuns the effective number of runs
 * @param interval 95 %, from 0 to 1
 */
public record Proportion(Mean mean, double effectiveRuns, Interval interval) {

    /** The share of values that are 1 among values that are 0 or 1. */
    public static Proportion of(List<Repeats> sample) {
        for (Repeats question : sample) {
            if (!question.values().stream().allMatch(value -> value == 0 || value == 1)) {
                throw new IllegalArgumentException(
                        "a proportion needs zeros and ones: " + question);
            }
        }
        Mean mean = Mean.of(sample);
        double runs = effectiveRuns(mean);
        return new Proportion(mean, runs, wilson(mean, runs));
    }

    /** The share itself. */
    public double value() {
        return mean.value();
    }

    private static double effectiveRuns(Mean mean) {
        double p = mean.value();
        double variance = p * (1 - p);
        double error = mean.standardError();
        if (variance == 0 || mean.clusters() < 2) {
            return mean.clusters();
        }
        return Math.min(mean.runs(), variance / (error * error));
    }

    private static Interval wilson(Mean mean, double n) {
        if (mean.clusters() < 2) {
            return new Interval(0, 1);
        }
        double p = mean.value();
        double t = StudentT.reach(mean.clusters() - 1);
        double add = t * t / n;
        double centre = (p + add / 2) / (1 + add);
        double half = t / (1 + add) * Math.sqrt(p * (1 - p) / n + add / (4 * n));
        return Interval.around(centre, half).within(0, 1);
    }
}
