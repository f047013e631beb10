package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.glimpse.FullDistribution;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Evaluates a draft after a text and keeps the distribution before each of its tokens. */
final class VerifyJob extends Job {

    private final int first;
    private final int expected;
    private final ReentrantLock lock;
    private final Condition done;
    private final List<FullDistribution> distributions = new ArrayList<>();
    private @Nullable GlimpRouterException failure;

    VerifyJob(Sequence sequence, Text text, int[] draft, ReentrantLock lock) {
        super(sequence, text, draft);
        this.first = text.size() - 1;
        this.expected = draft.length + 1;
        this.lock = lock;
        this.done = lock.newCondition();
    }

    @Override
    int wanted() {
        return first + distributions.size();
    }

    @Override
    boolean isOver() {
        return failure != null || distributions.size() == expected;
    }

    @Override
    boolean isReady() {
        return !isOver();
    }

    @Override
    void take(float[] logits) {
        FullDistribution copy = new FullDistribution(logits.clone());
        lock.lock();
        try {
            distributions.add(copy);
            done.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    void fail(GlimpRouterException cause) {
        if (!isOver()) {
            failure = cause;
            done.signalAll();
        }
    }

    @Override
    void cancel() {
        fail(new CancelledException("The verification was cancelled."));
    }

    @Override
    void report(Work work) {
        leave(work);
    }

    @Override
    void decoded(int count) {
        throw new IllegalStateException("a verification generates nothing");
    }

    /** Waits for the result. */
    List<FullDistribution> await() {
        lock.lock();
        try {
            while (!isOver()) {
                done.await();
            }
            if (failure != null) {
                throw failure;
            }
            return distributions;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancel();
            throw new CancelledException("The verification was interrupted.");
        } finally {
            lock.unlock();
        }
    }
}
