package dev.glimprouter.openai.internal.wire;

import java.util.Objects;

/**
 * A token that could have come, and how likely.
 *
 * @param key which token
 * @param text its text as the server wrote it, or a name of its own where it wrote none
 * @param logProb natural logarithm of its probability; negative infinity for what a server's floor,
 *     null or NaN stands for
 */
public record Candidate(TokenKey key, String text, double logProb) {

    /** Checks for nulls. */
    public Candidate {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
    }
}
