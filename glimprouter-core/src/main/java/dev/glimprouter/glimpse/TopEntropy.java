package dev.glimprouter.glimpse;

import java.util.Arrays;

/**
 * Entropy from the k likeliest tokens.
 *
 * <p>Let p be the listed probabilities, c their sum, m = 1 - c the rest, V the vocabulary, and A =
 * -sum p ln p. The published value renormalises: q = p / c, H = -sum q ln q = A / c + ln c. The
 * truth lies between A + m ln(1 / p_min), as no unlisted token is likelier than the least listed
 * one, and A + m ln((V - k) / m), when the rest is spread evenly. (The value: GlimpRouter, arXiv
 * 2601.05110; the bounds: docs/architecture.md.)
 */
final class TopEntropy {

    private static final double FLOOR = -9000;

    private TopEntropy() {}

    /** Whether a listed value stands for probability zero. */
    static boolean isFloor(double logProbability) {
        return logProbability <= FLOOR;
    }

    /** Whether all listed values stand for probability zero. */
    static boolean isBlank(double[] logProbabilities) {
        return Arrays.stream(logProbabilities).allMatch(TopEntropy::isFloor);
    }

    /** Logarithm of the sum of the listed tokens' raw weights, their logarithms being scaled. */
    static double rawLogSum(double[] logProbabilities, double temperature) {
        double max = Arrays.stream(logProbabilities).max().orElseThrow();
        double sum = 0;
        for (double log : logProbabilities) {
            sum += isFloor(log) ? 0 : Math.exp(temperature * (log - max));
        }
        return temperature * max + Math.log(sum);
    }

    static Entropy of(double[] logProbabilities, int vocabularySize) {
        double max = Double.NEGATIVE_INFINITY;
        for (double l : logProbabilities) {
            if (Double.isNaN(l) || l > 1e-3) {
                throw new IllegalArgumentException("not a log-probability: " + l);
            }
            max = Math.max(max, l);
        }
        if (isFloor(max)) {
            throw new IllegalArgumentException("no listed token has any probability");
        }
        double scaledSum = 0;
        double scaledDot = 0;
        double min = Double.POSITIVE_INFINITY;
        int listed = 0;
        for (double l : logProbabilities) {
            if (!isFloor(l)) {
                double weight = Math.exp(l - max);
                scaledSum += weight;
                scaledDot += weight == 0 ? 0 : weight * (l - max);
                min = Math.min(min, l);
                listed++;
            }
        }
        double renormalised = Math.max(0, Math.log(scaledSum) - scaledDot / scaledSum);
        double covered = Math.min(1, Math.exp(max) * scaledSum);
        double rest = 1 - covered;
        double known = -Math.exp(max) * (scaledDot + max * scaledSum);
        int unlisted = vocabularySize - listed;
        if (rest <= 0 || unlisted == 0) {
            double all = Math.max(0, known);
            return new Entropy(renormalised, covered, all, all);
        }
        double lower = Math.max(0, known - rest * min);
        double upper = known + rest * Math.log(unlisted / rest);
        return new Entropy(renormalised, covered, lower, Math.max(lower, upper));
    }
}
