package dev.glimprouter.strategy;

import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Writer;

import java.util.List;
import java.util.Objects;

/**
 * A step that may still be thrown away.
 *
 * @param writer who wrote it
 * @param attempt which attempt at the step, from 0
 * @param text its text, with the blank line that ended it, without a close tag
 * @param tokens how many tokens its writer generated for it, a close tag included
 * @param ending how it ended
 * @param signs what was seen at each of its tokens, in order; empty where nobody watched
 */
public record Draft(
        Writer writer, int attempt, String text, int tokens, Ending ending, List<TokenSign> signs) {

    /** Copies the list. */
    public Draft {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(ending, "ending");
        signs = List.copyOf(signs);
    }

    /** Whether it is nothing but white space and does not end the reasoning either. */
    boolean isVain() {
        return text.isBlank() && !ending.endsReasoning();
    }

    /** Whether it says nothing but that the reasoning is complete. */
    boolean onlyCloses() {
        return text.isBlank() && ending.endsReasoning();
    }
}
