package dev.glimprouter.openai.internal.profile;

/**
 * What a server tells of its distributions; how it is asked follows from the API.
 *
 * @param cap most tokens that it lists, from 1; 0 if it tells nothing
 * @param distribution which distribution it tells
 * @param losesIncomplete whether a token that ends within a character is left out, so that the
 *     first entry may be another token's; the count of tokens in the same chunk tells
 */
public record LogProbs(int cap, Distribution distribution, boolean losesIncomplete) {

    /** Checks ranges. */
    public LogProbs {
        if (cap < 0) {
            throw new IllegalArgumentException("the cap must not be negative: " + cap);
        }
    }

    /** A distribution over the next token. */
    public enum Distribution {
        /** Of the model itself, at temperature 1 and before every filter. */
        RAW,
        /** After the request's temperature, before every filter. */
        TEMPERED
    }
}
