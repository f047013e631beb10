package dev.glimprouter.engine;

import dev.glimprouter.glimpse.TokenDistribution;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One generated token.
 *
 * @param id its id, or -1 where the engine does not tell
 * @param text text that became visible with it
 * @param distribution what it was sampled from, where asked for and known; valid until the next
 *     pull
 * @param logProbability natural logarithm of its probability under the raw distribution, where
 *     every token's distribution was asked for and this is known
 */
public record Token(
        int id,
        String text,
        Optional<TokenDistribution> distribution,
        OptionalDouble logProbability) {

    /** Checks for nulls. */
    public Token {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(distribution, "distribution");
        Objects.requireNonNull(logProbability, "logProbability");
    }

    /** Without its probability. */
    public Token(int id, String text, Optional<TokenDistribution> distribution) {
        this(id, text, distribution, OptionalDouble.empty());
    }
}
