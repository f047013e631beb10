package dev.glimprouter.glimpse;

/**
 * Raw entropy from the k likeliest tokens of a tempered distribution.
 *
 * <p>Let t be the listed tempered probabilities, T the temperature, w = t^T the raw weights up to a
 * factor, S their sum, q = w / S and H = -sum q ln q, which is the published value. Of the u
 * unlisted tokens one knows that their t sum up to 1 - sum t and that none exceeds the least listed
 * one. So their raw weights sum up to something between two extremes: spread evenly, or packed into
 * as few tokens as possible (for T &lt; 1 the former is the greater, for T &gt; 1 the latter). With
 * m the share of the unlisted weight, the truth lies between (1 - m) H - ln(1 - m) - m ln q_min at
 * the least m and h(m) + (1 - m) H + m ln u at the greatest, h being the entropy of a coin. Both
 * grow with m as long as no unlisted token is likelier than a listed one. (Own derivation; at T = 1
 * it is {@link TopEntropy}'s.)
 */
final class TemperedEntropy {

    /** Rounding of a sum of probabilities in single precision; a small T magnifies it. */
    private static final double ROUNDING = 1e-6;

    private TemperedEntropy() {}

    static Entropy of(double[] logProbabilities, double temperature, int vocabularySize) {
        double max = Double.NEGATIVE_INFINITY;
        double min = Double.POSITIVE_INFINITY;
        int listed = 0;
        double mass = 0;
        for (double l : logProbabilities) {
            if (Double.isNaN(l) || l > 1e-3) {
                throw new IllegalArgumentException("not a log-probability: " + l);
            }
            if (!TopEntropy.isFloor(l)) {
                max = Math.max(max, l);
                min = Math.min(min, l);
                mass += Math.exp(l);
                listed++;
            }
        }
        if (listed == 0) {
            throw new IllegalArgumentException("no listed token has any probability");
        }
        double scaledSum = 0;
        double scaledDot = 0;
        for (double l : logProbabilities) {
            if (!TopEntropy.isFloor(l)) {
                double x = temperature * (l - max);
                double weight = Math.exp(x);
                scaledSum += weight;
                scaledDot += weight == 0 ? 0 : weight * x;
            }
        }
        double nats = Math.max(0, Math.log(scaledSum) - scaledDot / scaledSum);
        double logSum = temperature * max + Math.log(scaledSum);
        return bounded(nats, logSum, new Rest(temperature, min, 1 - mass, vocabularySize - listed));
    }

    private static Entropy bounded(double nats, double logSum, Rest rest) {
        if (rest.tokens == 0) {
            return Entropy.exact(nats);
        }
        double least = share(rest.leastLog() - logSum);
        double most = share(rest.mostLog() - logSum);
        double surprise = logSum - rest.temperature * rest.cap;
        double lower = (1 - least) * nats - Math.log1p(-least) + least * surprise;
        double upper = coin(most) + (1 - most) * nats + most * Math.log(rest.tokens);
        double kept = Math.max(0, Math.min(lower, upper));
        return new Entropy(nats, 1 - most, kept, Math.max(kept, upper));
    }

    private static double share(double logRatio) {
        return 1 / (1 + Math.exp(-logRatio));
    }

    private static double coin(double m) {
        return m <= 0 || m >= 1 ? 0 : -m * Math.log(m) - (1 - m) * Math.log1p(-m);
    }

    /**
     * The unlisted tokens.
     *
     * @param cap logarithm of the most tempered probability that one of them can have
     * @param mass their tempered probability as it comes out of the sum
     */
    private record Rest(double temperature, double cap, double mass, int tokens) {

        double leastLog() {
            double known = Math.max(0, mass - ROUNDING);
            return temperature < 1 ? packedLog(known) : evenLog(known);
        }

        double mostLog() {
            double known = Math.max(0, mass) + ROUNDING;
            return temperature < 1 ? evenLog(known) : packedLog(known);
        }

        /** Logarithm of the raw weight if all are equally likely. */
        private double evenLog(double known) {
            double each = Math.min(Math.log(known) - Math.log(tokens), cap);
            return Math.log(tokens) + temperature * each;
        }

        /** Logarithm of the raw weight if as few as possible share the mass. */
        private double packedLog(double known) {
            double count = Math.min(tokens, Math.exp(Math.log(known) - cap));
            double whole = Math.floor(count);
            return temperature * cap + Math.log(whole + Math.pow(count - whole, temperature));
        }
    }
}
