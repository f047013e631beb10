package dev.glimprouter.llamacpp;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.llamacpp.internal.runtime.LlamaEngine;

/**
 * How full the batches of a model were: whether questions asked at the same time share them.
 *
 * @param batches batches that were evaluated
 * @param sequences sequences that they served, summed over the batches
 * @param tokens tokens in them
 * @param prefillTokens those of them that no generation drew: heads and the other model's text
 * @param nanos nanoseconds of evaluating them
 */
public record BatchStatistics(
        long batches, long sequences, long tokens, long prefillTokens, long nanos) {

    /** Checks ranges. */
    public BatchStatistics {
        if (batches < 0 || sequences < 0 || nanos < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
        if (prefillTokens < 0 || prefillTokens > tokens) {
            throw new IllegalArgumentException("prefill tokens must be 0 to all tokens");
        }
    }

    /**
     * Since the model was opened; thread safe.
     *
     * @throws IllegalArgumentException if it is not an embedded engine
     */
    public static BatchStatistics of(Engine engine) {
        if (engine instanceof LlamaEngine embedded) {
            return embedded.statistics();
        }
        throw new IllegalArgumentException(engine.info().engine() + " is not embedded");
    }

    /** What was added since an earlier look at the same engine. */
    public BatchStatistics since(BatchStatistics earlier) {
        return new BatchStatistics(
                batches - earlier.batches,
                sequences - earlier.sequences,
                tokens - earlier.tokens,
                prefillTokens - earlier.prefillTokens,
                nanos - earlier.nanos);
    }

    /** Mean number of sequences in a batch; 0 without batches. */
    public double occupancy() {
        return batches == 0 ? 0 : (double) sequences / batches;
    }

    /** Share of prefill in all tokens, 0 to 1. */
    public double prefillShare() {
        return tokens == 0 ? 0 : (double) prefillTokens / tokens;
    }
}
