package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.GlimpRouterException;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings a text into the cache ahead of time. Where it fails nothing is said: the next generation
 * does the work again, by when room may have been made.
 */
final class PrefillJob extends Job {

    private final ReentrantLock lock;
    private boolean over;

    PrefillJob(Sequence sequence, Text text, ReentrantLock lock) {
        super(sequence, text);
        this.lock = lock;
    }

    @Override
    int wanted() {
        return given() - 1;
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
    void take(float[] logits) {
        lock.lock();
        try {
            over = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    void fail(GlimpRouterException failure) {
        over = true;
    }

    @Override
    void cancel() {
        over = true;
    }

    @Override
    void report(Work work) {
        leave(work);
    }

    @Override
    void decoded(int count) {
        throw new IllegalStateException("a prefill generates nothing");
    }
}
