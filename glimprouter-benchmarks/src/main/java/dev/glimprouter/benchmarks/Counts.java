package dev.glimprouter.benchmarks;

import dev.glimprouter.event.Usage;

/**
 * What one model did in one phase of a measurement, in tokens.
 *
 * @param prefill tokens evaluated that it had not generated
 * @param cached tokens of the prompts found in a cache
 * @param decode tokens generated, whoever kept them
 * @param questions questions it worked on
 */
record Counts(long prefill, long cached, long decode, int questions) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Usage usage) {
        return new Counts(
                prefill + usage.promptTokens(),
                cached + usage.cachedTokens(),
                decode + usage.generatedTokens() + usage.discardedTokens(),
                questions + 1);
    }

    /** Mean length of a text; at least 2. */
    long meanLength() {
        return Math.max(2, (prefill + cached + decode) / Math.max(1, questions));
    }
}
