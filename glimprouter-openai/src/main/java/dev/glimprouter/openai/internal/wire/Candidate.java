package dev.glimprouter.openai.internal.wire;

import java.util.Objects;

/**
 * A token that could have come, and how likely.
 *
 * @param key which token
 * @param logProb natural logarithm of its probability; negative infinity for what a server's floor,
 *     null or NaN stands for
 * @param text its text; empty where the server does not tell it
 */
public record Candidate(TokenKey key, double logProb, String text) {

    /** Checks for null. */
    public Candidate {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
    }

    /** A token whose text is not told beside its key. */
    public Candidate(TokenKey key, double logProb) {
        this(key, logProb, key instanceof TokenKey.Text(String shown) ? shown : "");
    }
}
