package dev.glimprouter.engine;

import java.util.Arrays;

/**
 * What a {@link Sampling} draws from: the tokens that its filters leave, with their probabilities.
 * Immutable.
 */
public final class FilteredDistribution {

    private final int[] ids;
    private final double[] shares;

    /** Ascending ids, and as many shares that sum to 1; neither is copied. */
    private FilteredDistribution(int[] ids, double[] shares) {
        this.ids = ids;
        this.shares = shares;
    }

    /** One token and no other. */
    public static FilteredDistribution of(int id) {
        return new FilteredDistribution(new int[] {id}, new double[] {1});
    }

    /**
     * Tokens by weight.
     *
     * @param ids ascending
     * @param weights of each, 0 or more, some above 0; become the shares
     */
    static FilteredDistribution of(int[] ids, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
        return new FilteredDistribution(ids, weights);
    }

    /** How many tokens are left. */
    public int size() {
        return ids.length;
    }

    /** The probability of a token, from 0 to 1. */
    public double probability(int id) {
        int at = Arrays.binarySearch(ids, id);
        return at < 0 ? 0 : shares[at];
    }

    /**
     * The token at which the running sum of the probabilities, by ascending id, exceeds {@code u}.
     *
     * @param u from 0 to below 1
     */
    public int draw(double u) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < ids.length; i++) {
            if (shares[i] > 0) {
                sum += shares[i];
                last = i;
                if (sum > u) {
                    return ids[i];
                }
            }
        }
        return ids[last];
    }

    /**
     * What is left of this distribution beyond another one: max(0, this - other), brought back to a
     * sum of 1; this one itself where nothing is left.
     */
    public FilteredDistribution beyond(FilteredDistribution other) {
        double[] rest = new double[ids.length];
        double total = 0;
        for (int i = 0; i < ids.length; i++) {
            rest[i] = Math.max(0, shares[i] - other.probability(ids[i]));
            total += rest[i];
        }
        return total > 0 ? of(ids, rest) : this;
    }
}
