package dev.glimprouter.engine;

import java.util.OptionalInt;

/**
 * One question's life on an engine: the head, then everything appended.
 *
 * <p>The text changes only by {@link #append}. One thread at a time uses a session; {@link #close}
 * is idempotent and may be called by any thread. A session and its branches may generate at the
 * same time.
 */
public interface Session extends AutoCloseable {

    /**
     * Adds text that now belongs to the reasoning, whoever wrote it.
     *
     * <p>A session that generated exactly this text (or a beginning of it) last adopts its own
     * tokens and evaluates nothing again. No space is added.
     */
    void append(String text);

    /**
     * Ends the assistant's turn, has the user say something, and begins the assistant's next turn,
     * as the model's template writes it; meant for branches.
     *
     * <p>An engine without a template puts it after the text as paragraphs.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if a server that writes the turn fails
     */
    default void ask(Aside aside) {
        append(aside.asText());
    }

    /**
     * Starts to continue the text, without changing it.
     *
     * <p>At most one stream of a session is open at a time; starting another closes the last one.
     */
    TokenStream generate(Generation request);

    /** Hints that the text appended so far should be brought into the model's cache now. */
    default void prefill() {
        prefill("");
    }

    /**
     * Hints that the text, and more after it, should be brought into the model's cache now.
     *
     * <p>Never blocks and never fails: what it could not do, the next {@link #generate} does, and
     * meets the error if that still stands. A later hint may take the place of an earlier one.
     *
     * @param beyond what is likely to be appended next, or its beginning; best cut before a space.
     *     It does not become part of the text
     * @return tells what reading {@code beyond} has cost
     */
    Hint prefill(String beyond);

    /**
     * A cheap side view of the same text, with a life of its own.
     *
     * @throws dev.glimprouter.error.RetryableException if no more branches fit now
     */
    Session branch();

    /**
     * How many more tokens fit after the present text; empty where the engine cannot tell. An
     * engine that has to guess tells rather too few.
     */
    OptionalInt room();

    @Override
    void close();
}
