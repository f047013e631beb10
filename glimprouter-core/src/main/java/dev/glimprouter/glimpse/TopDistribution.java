package dev.glimprouter.glimpse;

import java.util.List;

/**
 * A distribution of which only the k likeliest tokens are known.
 *
 * @param logProbabilities natural logarithms of the listed tokens' probabilities, in any order, one
 *     for each token id; not copied. Negative infinity and values below -9000 (servers' floor)
 *     count as probability zero
 * @param vocabularySize size of the whole vocabulary, in tokens
 * @param texts the listed tokens' texts, in the same order; empty where they are not known
 */
@SuppressWarnings("ArrayRecordComponent") // a view over a decoded chunk
public record TopDistribution(double[] logProbabilities, int vocabularySize, List<String> texts)
        implements TokenDistribution {

    /** Checks sizes. */
    public TopDistribution {
        if (logProbabilities.length == 0 || logProbabilities.length > vocabularySize) {
            throw new IllegalArgumentException(
                    "listed tokens must be 1 to "
                            + vocabularySize
                            + ": "
                            + logProbabilities.length);
        }
        texts = PublishedEntropy.checked(texts, logProbabilities.length);
    }

    /** Tokens whose texts are not known. */
    public TopDistribution(double[] logProbabilities, int vocabularySize) {
        this(logProbabilities, vocabularySize, List.of());
    }

    @Override
    public boolean isBlank() {
        return TopEntropy.isBlank(logProbabilities);
    }

    @Override
    public Entropy entropy() {
        return TopEntropy.of(logProbabilities, vocabularySize);
    }

    @Override
    public List<LikelyToken> likeliest(int most) {
        return Likeliest.ofNamed(logProbabilities, 1, texts, most);
    }

    @Override
    public Entropy publishedEntropy() {
        Entropy plain = entropy();
        return plain.withNats(
                PublishedEntropy.nats(
                        Likeliest.ofListed(
                                logProbabilities,
                                1,
                                PublishedEntropy.names(texts),
                                PublishedEntropy.LISTED)));
    }
}
