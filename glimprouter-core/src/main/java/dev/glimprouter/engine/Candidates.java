package dev.glimprouter.engine;

import dev.glimprouter.internal.Softmax;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The tokens that may still be drawn, ranked: the greater logit first, of equal ones the lower id.
 *
 * <p>Every filter keeps a beginning of the ranking, and so does the draw itself, which takes its
 * last token. None needs the whole ranking: {@link #keep} finds the beginning by a quickselect that
 * adds up weights, in a time proportional to the number of candidates whatever their order. Not
 * thread safe.
 */
final class Candidates {

    /**
     * Ordered logit in the upper, complement of the id in the lower half: unique, greatest first.
     */
    private long[] ranks = new long[4 * Softmax.LANES];

    private double[] weights = new double[ranks.length];
    private final SplittableRandom pivots = new SplittableRandom(0);
    private int count;

    /** Starts anew with the tokens whose logits are at least {@code floor}. */
    void gather(float[] logits, float floor) {
        count = 0;
        for (int from = 0; from < logits.length; from += Softmax.LANES) {
            int to = Math.min(from + Softmax.LANES, logits.length);
            reserve(count + to - from);
            int end = count;
            for (int id = from; id < to; id++) {
                if (logits[id] >= floor) {
                    ranks[end++] = rank(logits[id], id);
                }
            }
            count = end;
        }
    }

    /** Gives every token the same weight. */
    void weighEqually() {
        Arrays.fill(weights, 0, count, 1);
    }

    /** Gives every token the weight e^(scale (logit - max)). */
    void weigh(double max, double scale) {
        for (int i = 0; i < count; i++) {
            weights[i] = logit(ranks[i]);
        }
        Softmax.weigh(weights, count, max, scale);
    }

    /** Drops the tokens lighter than {@code least}. */
    void keepAtLeast(double least) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] >= least) {
                swap(i, end++);
            }
        }
        count = end;
    }

    /**
     * Keeps the shortest beginning of the ranking with at least this weight; all if there is none.
     */
    void keep(double weight) {
        int low = 0;
        int high = count;
        double before = 0;
        while (low < high) {
            int pivot = low;
            swap(low, low + (int) (pivots.nextDouble() * (high - low)));
            long rank = ranks[low];
            double upper = 0;
            for (int i = low + 1; i < high; i++) {
                if (ranks[i] > rank) {
                    upper += weights[i];
                    swap(i, ++pivot);
                }
            }
            swap(low, pivot);
            if (before + upper >= weight && pivot > low) {
                high = pivot;
            } else if (before + upper + weights[pivot] >= weight) {
                low = pivot + 1;
                high = low;
            } else {
                before += upper + weights[pivot];
                low = pivot + 1;
            }
        }
        count = high;
    }

    /** Weight of all together. */
    double weight() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        return sum;
    }

    /** All of them with their share of the weight. */
    FilteredDistribution distribution() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = ((long) ~(int) ranks[i] << 32) | i;
        }
        Arrays.sort(order);
        int[] ids = new int[count];
        double[] kept = new double[count];
        for (int i = 0; i < count; i++) {
            ids[i] = (int) (order[i] >> 32);
            kept[i] = weights[(int) order[i]];
        }
        return FilteredDistribution.of(ids, kept);
    }

    /** Id of the last token in the ranking, which {@link #keep} has put last. */
    int last() {
        return ~(int) ranks[count - 1];
    }

    private void reserve(int capacity) {
        if (capacity > ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * capacity);
            weights = new double[ranks.length];
        }
    }

    private void swap(int i, int j) {
        long rank = ranks[i];
        ranks[i] = ranks[j];
        ranks[j] = rank;
        double weight = weights[i];
        weights[i] = weights[j];
        weights[j] = weight;
    }

    private static long rank(float logit, int id) {
        int bits = Float.floatToRawIntBits(logit + 0.0f); // -0 becomes 0, its equal
        return ((long) ordered(bits) << 32) | (~id & 0xFFFF_FFFFL);
    }

    private static float logit(long rank) {
        return Float.intBitsToFloat(ordered((int) (rank >> 32)));
    }

    /** Maps a float's bits to an integer of the same order, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}
