package dev.glimprouter.llamacpp.internal.runtime;

import java.util.concurrent.atomic.LongAdder;

/** How full the batches of a model were. Thread safe. */
final class BatchCounters {

    private final LongAdder batches = new LongAdder();
    private final LongAdder tokens = new LongAdder();
    private final LongAdder prefillTokens = new LongAdder();
    private final LongAdder sequences = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void count(int size, int prefill, int sequenceCount, long took) {
        batches.increment();
        tokens.add(size);
        prefillTokens.add(prefill);
        sequences.add(sequenceCount);
        nanos.add(took);
    }

    long batches() {
        return batches.sum();
    }

    long tokens() {
        return tokens.sum();
    }

    long prefillTokens() {
        return prefillTokens.sum();
    }

    /** Sequences served, summed over batches. */
    long sequences() {
        return sequences.sum();
    }

    long nanos() {
        return nanos.sum();
    }
}
