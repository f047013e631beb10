package dev.glimprouter.eval.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

import java.util.List;

/**
 * The exact sign test: is the split between those that lie above and those that lie below unlike
 * that of a fair coin? Of what differs, nothing but the direction counts.
 *
 * @param above how many lie above
 * @param below how many lie below
 * @param pValue two-sided, exact
 */
public record SignTest(int above, int below, double pValue) {

    /** From the two counts. */
    public static SignTest of(int above, int below) {
        double tail =
                BinomialDistribution.of(above + below, 0.5)
                        .cumulativeProbability(Math.min(above, below));
        return new SignTest(above, below, Math.min(1, 2 * tail));
    }

    /** In how many questions A's mean over repeats is above B's, and in how many below. */
    public static SignTest of(List<Repeats> a, List<Repeats> b) {
        List<Pair> pairs = Pair.match(a, b);
        return of(
                (int) pairs.stream().filter(pair -> pair.difference() > 0).count(),
                (int) pairs.stream().filter(pair -> pair.difference() < 0).count());
    }

    /** Whether a fair coin splits so unevenly in less than 5 % of all cases. */
    public boolean uneven() {
        return pValue < Interval.MISS;
    }
}
