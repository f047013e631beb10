package dev.glimprouter.glimpse;

/**
 * A distribution given by the logits of the whole vocabulary.
 *
 * @param logits one finite or negative-infinite value for each token id; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a view over an engine's buffer
public record FullDistribution(float[] logits) implements TokenDistribution {

    /** Checks that there is at least one token. */
    public FullDistribution {
        if (logits.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one token");
        }
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
}
