package dev.glimprouter.engine;

import dev.glimprouter.glimpse.TokenDistribution;

import java.util.Objects;
import java.util.Optional;

/**
 * One generated token.
 *
 * @param id its id, or -1 where the engine does not tell
 * @param text text that became visible with it
 * @param distribution what it was sampled from, where asked for and known; valid until the next
 *     pull
 */
public record Token(int id, String text, Optional<TokenDistribution> distribution) {

    /** Checks for nulls. */
    public Token {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(distribution, "distribution");
    }
}
