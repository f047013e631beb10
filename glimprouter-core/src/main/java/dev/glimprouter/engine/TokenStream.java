package dev.glimprouter.engine;

import dev.glimprouter.reasoning.Ending;

import java.util.List;
import java.util.Optional;

/**
 * A blocking pull stream of generated tokens.
 *
 * <p>An engine does at most the work for the first token until the second is asked for, then runs
 * ahead a few tokens at most. One thread pulls; any thread may close, which ends the generation
 * upstream and wakes a blocked reader. Texts of the tokens joined are the generated text: cut after
 * the blank line or before the close tag that ended it. A token's text may be empty while a
 * character, or what may become a close tag, is incomplete. The end-of-sequence token and the
 * tokens of a close tag are delivered like any other, with empty text.
 */
public interface TokenStream extends AutoCloseable {

    /**
     * The next token; empty once the stream has ended.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if the engine failed
     */
    Optional<Token> next();

    /**
     * Whether the next token, or the end, need not be waited for, as far as is known without asking
     * anybody; false where that is not known. For the thread that pulls.
     */
    default boolean ready() {
        return false;
    }

    /**
     * How the stream ended.
     *
     * @throws IllegalStateException if it has not ended yet
     */
    Ending ending();

    /** What has befallen the stream since this was asked last; nothing in most engines. */
    default List<Incident> incidents() {
        return List.of();
    }

    /**
     * The text of a listed token of which a server told only a name; the name itself elsewhere. May
     * ask the server.
     */
    default String spelling(String name) {
        return name;
    }

    /** What the stream has cost so far; final once it has ended or was closed. */
    StreamCost cost();

    /** How its tokens came about from drafted ones so far; nothing drafted in most engines. */
    default Speculation speculation() {
        return Speculation.NONE;
    }

    @Override
    void close();
}
