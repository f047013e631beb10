package dev.glimprouter.engine;

import dev.glimprouter.question.Message;

import java.util.List;
import java.util.Objects;

/**
 * The head of a session: the conversation, and how the assistant's text begins.
 *
 * <p>The engine renders it by its own model's template. The rendered head ends with {@code opening}
 * exactly once, whether or not the template writes it too; where the opening is none, an opening of
 * the reasoning that the template writes is taken off. Nothing in the messages ends a step or a
 * reasoning: only what comes after the head counts.
 *
 * @param messages the conversation, ending with the user
 * @param opening first text of the assistant
 */
public record Prompt(List<Message> messages, String opening) {

    /** Opens the reasoning. */
    public static final String THINK = "<think>\n";

    /** Copies the list. */
    public Prompt {
        messages = List.copyOf(messages);
        Objects.requireNonNull(opening, "opening");
    }
}
