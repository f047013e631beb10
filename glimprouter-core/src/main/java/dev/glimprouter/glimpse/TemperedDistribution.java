package dev.glimprouter.glimpse;

import java.util.List;

/**
 * A distribution of which only the k likeliest tokens are known, and those only after a temperature
 * was applied.
 *
 * <p>The raw distribution follows up to a factor: a token's raw weight is its tempered probability
 * to the power of the temperature. The renormalised entropy of the listed tokens is exact; the mass
 * that they cover lies between two bounds, of which {@link Entropy#coveredMass} is the least.
 *
 * @param logProbabilities natural logarithms of the listed tokens' probabilities at {@code
 *     temperature}, in any order, one for each token id; not copied. Negative infinity and values
 *     below -9000 (servers' floor) count as probability zero
 * @param temperature what the logits were divided by, above 0
 * @param vocabularySize size of the whole vocabulary, in tokens
 * @param texts the listed tokens' texts, in the same order; empty where they are not known
 */
@SuppressWarnings("ArrayRecordComponent") // a view over a decoded chunk
public record TemperedDistribution(
        double[] logProbabilities, double temperature, int vocabularySize, List<String> texts)
        implements TokenDistribution {

    /** Checks sizes. */
    public TemperedDistribution {
        if (logProbabilities.length == 0 || logProbabilities.length > vocabularySize) {
            throw new IllegalArgumentException(
                    "listed tokens must be 1 to "
                            + vocabularySize
                            + ": "
                            + logProbabilities.length);
        }
        texts = PublishedEntropy.checked(texts, logProbabilities.length);
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the temperature must be above 0: " + temperature);
        }
    }

    /** Tokens whose texts are not known. */
    public TemperedDistribution(double[] logProbabilities, double temperature, int vocabularySize) {
        this(logProbabilities, temperature, vocabularySize, List.of());
    }

    @Override
    public boolean isBlank() {
        return TopEntropy.isBlank(logProbabilities);
    }

    @Override
    public Entropy entropy() {
        return TemperedEntropy.of(logProbabilities, temperature, vocabularySize);
    }

    @Override
    public List<LikelyToken> likeliest(int most) {
        return Likeliest.ofNamed(logProbabilities, temperature, texts, most);
    }

    /**
     * Natural logarithm of a token's raw probability among the listed ones.
     *
     * @param tempered natural logarithm of its probability at the temperature
     */
    public double rawLogProbability(double tempered) {
        return temperature * tempered - TopEntropy.rawLogSum(logProbabilities, temperature);
    }

    @Override
    public Entropy publishedEntropy() {
        Entropy plain = entropy();
        return plain.withNats(
                PublishedEntropy.nats(
                        Likeliest.ofListed(
                                logProbabilities,
                                temperature,
                                PublishedEntropy.names(texts),
                                PublishedEntropy.LISTED)));
    }
}
