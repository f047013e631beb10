package dev.glimprouter.glimpse;

import dev.glimprouter.internal.Softmax;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A distribution given by the logits of the whole vocabulary.
 *
 * @param logits one finite or negative-infinite value for each token id; not copied
 * @param spelling the text of a token, for any thread
 */
@SuppressWarnings("ArrayRecordComponent") // a view over an engine's buffer
public record FullDistribution(float[] logits, IntFunction<String> spelling)
        implements TokenDistribution {

    /** Checks that there is at least one token. */
    public FullDistribution {
        Objects.requireNonNull(spelling, "spelling");
        if (logits.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one token");
        }
    }

    /** Tokens whose texts are not known, so that they all differ. */
    public FullDistribution(float[] logits) {
        this(logits, Integer::toString);
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
        return Likeliest.ofAll(logits, spelling, most);
    }

    /** Natural logarithm of a token's probability. */
    public double logProbability(int id) {
        double[] lanes = new double[Softmax.LANES];
        double max = Softmax.max(logits, lanes);
        return logits[id] - max - Math.log(Softmax.sum(logits, max, 1, lanes));
    }

    @Override
    public Entropy publishedEntropy() {
        return entropy().withNats(PublishedEntropy.nats(likeliest(PublishedEntropy.LISTED)));
    }
}
