package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.StreamCost;

/**
 * What it took to bring given tokens into the cache.
 *
 * @param promptTokens tokens evaluated that the session had not written
 * @param cachedTokens tokens found in the cache that were new to the session
 * @param seamTokens tokens evaluated a second time; part of promptTokens
 * @param nanos nanoseconds spent on promptTokens
 * @param ownTokens tokens evaluated that the session had written
 * @param ownNanos nanoseconds spent on ownTokens
 */
record Work(
        int promptTokens,
        int cachedTokens,
        int seamTokens,
        long nanos,
        int ownTokens,
        long ownNanos) {

    static final Work NONE = new Work(0, 0, 0, 0, 0, 0);

    static Work cached(int tokens) {
        return new Work(0, tokens, 0, 0, 0, 0);
    }

    /** The work on {@code tokens} tokens that took {@code nanos} in all. */
    static Work evaluated(int tokens, int seam, int own, long nanos) {
        long ownNanos = tokens == 0 ? 0 : nanos * own / tokens;
        return new Work(tokens - own, 0, seam, nanos - ownNanos, own, ownNanos);
    }

    /** Its prompt, as the cost of a stream that generates nothing. */
    StreamCost promptCost() {
        return new StreamCost(promptTokens, cachedTokens, seamTokens, nanos, 0, 0, 0, 0, 0, 0);
    }

    Work plus(Work other) {
        return new Work(
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                seamTokens + other.seamTokens,
                nanos + other.nanos,
                ownTokens + other.ownTokens,
                ownNanos + other.ownNanos);
    }
}
