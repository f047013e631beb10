package dev.glimprouter.openai.internal.wire;

import java.util.List;
import java.util.Objects;

/**
 * One generated token as the list of log-probabilities has it.
 *
 * <p>Its text is not here on purpose: servers put the text that they sent into it, which is not the
 * token's, and a token that ends within a character has none.
 *
 * @param sampled the token, and how likely it was
 * @param top the likeliest tokens, in the server's order, each once; possibly empty
 */
public record Entry(Candidate sampled, List<Candidate> top) {

    /** Copies the list. */
    public Entry {
        Objects.requireNonNull(sampled, "sampled");
        top = List.copyOf(top);
    }

    /** The token's id, or -1 where the server does not tell. */
    public int id() {
        return sampled.key().id();
    }
}
