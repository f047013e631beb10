package dev.glimprouter.openai;

import java.util.Objects;

/**
 * Something that a server lacks, and what to do about it.
 *
 * @param topic what it is about
 * @param problem whether nothing works, or goes wrong unseen, until it is repaired; else it is a
 *     hint: what works could work better
 * @param text one sentence, which names the server
 */
public record Finding(Topic topic, boolean problem, String text) {

    /** Checks for nulls. */
    public Finding {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(text, "text");
    }

    /** What a finding is about. */
    public enum Topic {
        /** Whether it can be reached, lets one in, has the model and can be asked. */
        SERVER,
        /** How conversations become prompts. */
        TEMPLATE,
        /** Candidates for the first token. */
        CANDIDATES,
        /** Which distribution they are of. */
        DISTRIBUTION,
        /** The text at which a step ends. */
        STOP_TEXT,
        /** The token that begins a sequence, and the count of the prompt's tokens. */
        PROMPT,
        /** Tokens of the prompt that were found again. */
        CACHE,
        /** What happens to a request whose reader has gone. */
        ABORT
    }
}
