package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.gguf.ModelShape;

import java.util.OptionalLong;

/**
 * The memory that a context takes beside the weights, known before it is allocated.
 *
 * @param cacheBytes keys and values of all positions
 * @param logitsBytes distributions of one batch and of all sequences
 */
record MemoryNeed(long cacheBytes, long logitsBytes) {

    /** Nothing, or nobody knows. */
    static final MemoryNeed NONE = new MemoryNeed(0, 0);

    private static final int BYTES_PER_NUMBER = 2;
    private static final double MEBIBYTE = 1024.0 * 1024;

    static MemoryNeed of(ModelShape shape, Capacity capacity, int vocabularySize) {
        long cells = capacity.cells();
        long rows = (long) capacity.batchTokens() + capacity.sequences();
        return new MemoryNeed(
                cells * shape.cacheBytesPerToken(BYTES_PER_NUMBER),
                rows * vocabularySize * Float.BYTES);
    }

    long bytes() {
        return cacheBytes + logitsBytes;
    }

    /** Throws if that much is not to be had. */
    void check(OptionalLong available, Capacity capacity) {
        if (available.isPresent() && available.getAsLong() < bytes()) {
            throw new SetupException(
                    "A context for %s of %d tokens takes %.0f MiB of memory and %.0f MiB are free: %s."
                            .formatted(
                                    capacity.questions(),
                                    capacity.sessionTokens(),
                                    bytes() / MEBIBYTE,
                                    available.getAsLong() / MEBIBYTE,
                                    capacity.sessions() == 1
                                            ? "lower --context or --budget"
                                            : "lower --context or --budget, or ask fewer at a time"));
        }
    }
}
