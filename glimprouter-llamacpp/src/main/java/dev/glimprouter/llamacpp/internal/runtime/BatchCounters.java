package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.llamacpp.BatchStatistics;

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

    /** All of them; a batch that is counted meanwhile may be in some and not yet in others. */
    BatchStatistics statistics() {
        // Read in the order opposite to count's, so that no part exceeds its whole.
        long took = nanos();
        long served = sequences();
        long prefill = prefillTokens();
        return new BatchStatistics(batches(), served, tokens(), prefill, took);
    }
}
