package dev.glimprouter.openai.internal.wire;

import java.util.Objects;

/**
 * A token that could have come, and how likely.
 *
 * @param key which token
 * @param logProb natural logarithm of its probability; negative infinity for what a server's floor,
 *     null or NaN stands for
 */
public record Candidate(TokenKey key, double logProb) {

    /** Checks for null. */
    public Candidate {
        Objects.requireNonNull(key, "key");
    }
}
