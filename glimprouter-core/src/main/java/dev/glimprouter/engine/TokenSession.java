package dev.glimprouter.engine;

import dev.glimprouter.time.Cancellation;

/** A session of an engine that owns tokens and logits. */
public interface TokenSession extends Session {

    /** The model's tokens. */
    TokenTable table();

    /** The ids of the whole text so far, head included; a copy. */
    int[] tokens();

    /**
     * Adds tokens to the text that somebody else chose.
     *
     * @throws IllegalArgumentException if an id is outside the vocabulary
     */
    void append(int[] ids);

    /**
     * Adds tokens to the text that this model chose itself: generated, or drawn from distributions
     * that it gave. Evaluating them counts as its own decoding, not as prompt.
     *
     * @throws IllegalArgumentException if an id is outside the vocabulary
     */
    void adopt(int[] ids);

    /**
     * Evaluates drafted tokens after the text, without changing the text: in one batch, but for
     * what else has to be evaluated before them.
     *
     * <p>Those at the beginning that were evaluated before are not evaluated again, nor is the
     * beginning that a following {@link #append(int[])} or {@link #adopt} adds to the text.
     *
     * @param from the first entry that is wanted, 0 to the draft's length
     * @param until ends the work when it is requested
     * @throws IllegalArgumentException if an id is outside the vocabulary
     * @throws IndexOutOfBoundsException if {@code from} is outside the draft
     * @throws dev.glimprouter.error.RequestException if the draft does not fit the context
     * @throws dev.glimprouter.error.CancelledException if {@code until} was requested
     */
    Verification verify(int[] draft, int from, Cancellation until);

    /** Evaluates drafted tokens to their end, and tells every entry. */
    default Verification verify(int[] draft) {
        return verify(draft, 0, new Cancellation());
    }

    /**
     * Shortens the text to its first {@code length} tokens.
     *
     * @throws IllegalArgumentException if the text is shorter, or {@code length} cuts into the head
     */
    void truncate(int length);
}
