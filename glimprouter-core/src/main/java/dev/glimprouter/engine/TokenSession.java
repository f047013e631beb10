package dev.glimprouter.engine;

/** A session of an engine that owns tokens and logits. */
public interface TokenSession extends Session {

    /** The ids of the whole text so far, head included; a copy. */
    int[] tokens();

    /**
     * Adds tokens to the text.
     *
     * @throws IllegalArgumentException if an id is outside the vocabulary
     */
    void append(int[] ids);

    /**
     * Evaluates drafted tokens after the text in one batch, without changing the text.
     *
     * <p>A following {@link #append(int[])} of a beginning of the draft evaluates nothing again.
     */
    Verification verify(int[] draft);

    /**
     * Shortens the text to its first {@code length} tokens.
     *
     * @throws IllegalArgumentException if the text is shorter, or {@code length} cuts into the head
     */
    void truncate(int length);
}
