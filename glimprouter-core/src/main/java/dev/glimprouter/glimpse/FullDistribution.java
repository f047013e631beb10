package dev.glimprouter.glimpse;

import dev.glimprouter.internal.Softmax;

import java.util.List;
import java.util.Optional;

/**
 * A distribution given by the logits of the whole vocabulary.
 *
 * @param logits one finite or negative-infinite value for each token id; not copied
 * @param texts what the ids stand for; empty where that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // a view over an engine's buffer
public record FullDistribution(float[] logits, Optional<TokenTexts> texts)
        implements TokenDistribution {

    /** Checks that there is at least one token. */
    public FullDistribution {
        if (logits.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one token");
        }
    }

    /** Without the tokens' texts. */
    public FullDistribution(float[] logits) {
        this(logits, Optional.empty());
    }

    @Override
    public int vocabularySize() {
        return logits.length;
    }

    /** False: logits that are all minus infinity come from a broken model, which is an error. */
    @Override
    public boolean isBlank() {
        return false;
    }

    @Override
    public Entropy entropy() {
        return Entropy.exact(EntropyKernel.nats(logits));
    }

    @Override
    public List<LikelyToken> likeliest(int most) {
        return Likeliest.ofAll(logits, texts, most);
    }

    /** Natural logarithm of a token's probability. */
    public double logProbability(int id) {
        double[] lanes = new double[Softmax.LANES];
        double max = Softmax.max(logits, lanes);
        return logits[id] - max - Math.log(Softmax.sum(logits, max, 1, lanes));
    }
}
