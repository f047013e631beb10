package dev.glimprouter.engine;

import java.util.Objects;

/**
 * A question about the reasoning that is not part of it.
 *
 * @param question what the user says, not blank; control words of a model in it stay plain text
 * @param opening how the assistant's answer begins
 */
public record Aside(String question, String opening) {

    /** Checks for text. */
    public Aside {
        Objects.requireNonNull(opening, "opening");
        if (question.isBlank()) {
            throw new IllegalArgumentException("an aside asks something");
        }
    }

    /** As paragraphs behind the reasoning, for engines that cannot write a turn. */
    public String asText() {
        return "\n\n" + question + "\n\n" + opening;
    }
}
