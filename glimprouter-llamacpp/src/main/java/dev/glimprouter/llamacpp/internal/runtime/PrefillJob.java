package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.GlimpRouterException;

/** Brings a text into the cache ahead of time. Its errors are left to the next generation. */
final class PrefillJob extends Job {

    private boolean over;

    PrefillJob(Sequence sequence, IntList text, int known) {
        super(sequence, text, known);
    }

    @Override
    boolean isOver() {
        return over;
    }

    @Override
    boolean isReady() {
        return !over;
    }

    @Override
    void take(int index, float[] logits) {
        over = true;
    }

    @Override
    void fail(GlimpRouterException failure) {
        over = true;
    }

    void cancel() {
        over = true;
    }
}
