package dev.glimprouter.internal;

/**
 * The two best tokens of a distribution, and how far apart their logits are.
 *
 * @param best the likeliest token
 * @param second the next one
 * @param gap logit of the best less that of the second
 */
record LogitGap(int best, int second, double gap) {

    static LogitGap of(float... logits) {
        int best = 0;
        int second = -1;
        for (int id = 1; id < logits.length; id++) {
            if (logits[id] > logits[best]) {
                second = best;
                best = id;
            } else if (second < 0 || logits[id] > logits[second]) {
                second = id;
            }
        }
        return new LogitGap(best, second, logits[best] - logits[second]);
    }

    /** How much this gap changes in another computation of the same logits. */
    double changeIn(float... other) {
        return Math.abs(gap - (other[best] - other[second]));
    }
}
