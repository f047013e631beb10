package dev.glimprouter.glimpse;

import java.util.List;

/**
 * What is known of a model's raw distribution (temperature 1, no filter) over its next token.
 *
 * <p>A distribution that comes from a stream is a view: valid until the next pull, and not thread
 * safe.
 */
public sealed interface TokenDistribution
        permits FullDistribution, TopDistribution, TemperedDistribution {

    /** Size of the vocabulary, in tokens. */
    int vocabularySize();

    /** Whether no listed token has any probability, so that there is no entropy to tell. */
    boolean isBlank();

    /**
     * Entropy with its bounds, in nats.
     *
     * @throws IllegalArgumentException if it is blank, or its numbers are none of a distribution
     */
    Entropy entropy();

    /**
     * The likeliest tokens with their texts, the likeliest first; none where it is blank or the
     * texts are not known. For a text a server may have told a name, see {@link
     * dev.glimprouter.engine.TokenStream#spelling}.
     *
     * @param most how many at most, at least 1
     */
    List<LikelyToken> likeliest(int most);

    /**
     * The entropy with the value that the published code computes: over the {@value
     * PublishedEntropy#LISTED} likeliest tokens, keyed by their text, renormalised. The bounds
     * remain those of the truth.
     *
     * @throws IllegalArgumentException if it is blank, or its numbers are none of a distribution
     */
    Entropy publishedEntropy();
}
