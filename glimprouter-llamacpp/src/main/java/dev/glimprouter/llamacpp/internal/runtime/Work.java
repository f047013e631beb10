package dev.glimprouter.llamacpp.internal.runtime;

/**
 * What it took to bring given tokens into the cache.
 *
 * @param promptTokens tokens evaluated
 * @param cachedTokens tokens found in the cache that were new to the session
 * @param seamTokens tokens evaluated a second time; part of promptTokens
 * @param nanos nanoseconds spent on promptTokens
 */
record Work(int promptTokens, int cachedTokens, int seamTokens, long nanos) {

    static final Work NONE = new Work(0, 0, 0, 0);

    Work plus(Work other) {
        return new Work(
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                seamTokens + other.seamTokens,
                nanos + other.nanos);
    }
}
