package dev.glimprouter.glimpse;

import java.util.Objects;

/**
 * A token that could come next.
 *
 * @param text its text, with the space before it if it has one
 * @param probability how likely it is under the raw distribution, 0 to 1; among the listed tokens
 *     where only those are known
 */
public record LikelyToken(String text, double probability) {

    /** Checks for null. */
    public LikelyToken {
        Objects.requireNonNull(text, "text");
    }

    /** The same with its text in place of a name. */
    public LikelyToken spelt(String other) {
        return new LikelyToken(other, probability);
    }
}
