package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.GlimpRouterException;

/**
 * Work on one sequence: bring certain tokens into its cache and hand out the logits after the last
 * ones. Guarded by the decode loop's lock, except {@link #take}, which the decode thread calls
 * outside it.
 */
abstract class Job {

    private final Sequence sequence;
    private final Text text;
    private final IntList tokens;
    private final int given;
    private boolean begun;
    private long lastTurn;

    /**
     * A job for a text and what is to be evaluated after it.
     *
     * @param text the session's, which may change once this job is over; what comes after it counts
     *     as generated
     */
    Job(Sequence sequence, Text text, int... more) {
        this.sequence = sequence;
        this.text = text;
        this.tokens = text.tokens().copy();
        this.given = tokens.size();
        tokens.addAll(more);
    }

    final Sequence sequence() {
        return sequence;
    }

    /** The text and what comes after it, what was generated included. */
    final IntList tokens() {
        return tokens;
    }

    /** How many of the tokens are the text's. */
    final int given() {
        return given;
    }

    /** Index of the next token after which the logits are wanted. */
    abstract int wanted();

    /** Whether it has ended, was cancelled or failed. */
    abstract boolean isOver();

    /** Whether it may be worked on now. */
    abstract boolean isReady();

    /**
     * Takes the logits after the token at {@link #wanted}.
     *
     * @param logits the sequence's buffer, valid until the sequence is evaluated again
     */
    abstract void take(float[] logits);

    /** Ends it with an error, unless it is over. */
    abstract void fail(GlimpRouterException failure);

    /** Ends it because nobody wants it any more. */
    abstract void cancel();

    /** Takes the work on given tokens, its own and what was left unreported by jobs before it. */
    abstract void report(Work work);

    /** Takes the number of generated tokens that were evaluated. */
    abstract void decoded(int count);

    /** Tokens that still have to be evaluated. */
    final int missing() {
        return tokens.size() - sequence.cache().size();
    }

    /** When it last had a turn at bringing many tokens into the cache; 0 for never. */
    final long lastTurn() {
        return lastTurn;
    }

    final void tookTurn(long turn) {
        lastTurn = turn;
    }

    final boolean begun() {
        return begun;
    }

    /** Notes what the cache holds at the beginning. */
    final void begin(int cached) {
        begun = true;
        report(text.found(Math.min(cached, text.tokens().commonPrefix(tokens))));
    }

    /**
     * Notes that tokens are in the cache now. What was evaluated for a job that is over is left to
     * the session's next one.
     *
     * @return how many of them the session had not written
     */
    final int evaluated(int from, int to, long nanos) {
        int boundary = isOver() ? to : Math.clamp(given, from, to);
        if (to > boundary) {
            decoded(to - boundary);
        }
        if (boundary == from) {
            return 0;
        }
        long share = nanos * (boundary - from) / (to - from);
        Work work = text.evaluated(tokens, given, from, boundary, share);
        if (isOver()) {
            text.keep(work);
        } else {
            report(work);
        }
        return work.promptTokens();
    }

    /** The work that the session's jobs before this one left unreported. */
    final Work unreported() {
        return text.report();
    }

    /** Leaves work to the session's next stream. */
    final void leave(Work work) {
        text.keep(work);
    }
}
