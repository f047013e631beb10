package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.error.GlimpRouterException;

/**
 * Work on one sequence: bring certain tokens into its cache and hand out the logits after the last
 * ones. Guarded by the decode loop's lock, except {@link #take}, which the decode thread calls
 * outside it.
 */
abstract class Job {

    private final Sequence sequence;
    private final IntList tokens;
    private final int given;
    private final int known;
    private boolean begun;
    private int promptTokens;
    private int cachedTokens;
    private int seamTokens;
    private long prefillNanos;
    private int decodedTokens;

    /**
     * A job for {@code tokens}.
     *
     * @param tokens the text, which the job owns from now on
     * @param known how many of them the session has evaluated or generated before
     */
    Job(Sequence sequence, IntList tokens, int known) {
        this.known = known;
        this.sequence = sequence;
        this.tokens = tokens;
        this.given = tokens.size();
    }

    final Sequence sequence() {
        return sequence;
    }

    /** The text and what was generated after it. */
    final IntList tokens() {
        return tokens;
    }

    /** How many of the tokens were given, not generated. */
    final int given() {
        return given;
    }

    /** How many of the given tokens are nothing new to the session. */
    final int known() {
        return known;
    }

    /** The first token after which the logits are wanted, as an index. */
    int wantedFrom() {
        return given - 1;
    }

    /** Whether it has ended, was cancelled or failed. */
    abstract boolean isOver();

    /** Whether it may be worked on now. */
    abstract boolean isReady();

    /**
     * Takes the logits after the token at {@code index}.
     *
     * @param logits the sequence's buffer, valid until the sequence is evaluated again
     */
    abstract void take(int index, float[] logits);

    /** Ends it with an error. */
    abstract void fail(GlimpRouterException failure);

    /** Tokens that still have to be evaluated. */
    final int missing() {
        return tokens.size() - sequence.cache().size();
    }

    final boolean begun() {
        return begun;
    }

    /** Notes what the cache held at the beginning. */
    final void begin(int cached, int seam) {
        begun = true;
        cachedTokens = cached;
        seamTokens = seam;
    }

    /** Notes that tokens go into a batch. */
    final void evaluating(int from, int to) {
        promptTokens += Math.max(0, Math.min(to, given) - from);
        decodedTokens += Math.max(0, to - Math.max(from, given));
    }

    final void prefilled(long nanos) {
        prefillNanos += nanos;
    }

    final int decodedTokens() {
        return decodedTokens;
    }

    final StreamCost cost(int discarded) {
        return new StreamCost(
                promptTokens, cachedTokens, seamTokens, prefillNanos, decodedTokens, discarded);
    }
}
