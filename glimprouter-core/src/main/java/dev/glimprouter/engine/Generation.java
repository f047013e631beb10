package dev.glimprouter.engine;

import java.util.Objects;

/**
 * A request to continue a session's text.
 *
 * @param sampling how tokens are drawn
 * @param maxTokens most tokens to generate, at least 1
 * @param until where the text ends by itself
 * @param distributions which tokens' distributions are wanted
 * @param seed start of the random draws, see {@link RandomKey}
 */
public record Generation(
        Sampling sampling, int maxTokens, Until until, Distributions distributions, long seed) {

    /** Checks ranges. */
    public Generation {
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(distributions, "distributions");
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens must be at least 1: " + maxTokens);
        }
    }

    /** Where a generated text ends by itself; the end of sequence always ends it. */
    public enum Until {
        /** At the first blank line after some other text than newlines, or at the close tag. */
        STEP,
        /** At the first blank line, even one at the beginning; a close tag does not end it. */
        BLANK_LINE,
        /** At the close tag. */
        REASONING,
        /** Nowhere else. */
        END_OF_SEQUENCE
    }

    /** Which tokens carry their distribution. */
    public enum Distributions {
        /** None. */
        NONE,
        /** The first one: a glimpse. */
        FIRST,
        /** Every one. */
        ALL
    }
}
