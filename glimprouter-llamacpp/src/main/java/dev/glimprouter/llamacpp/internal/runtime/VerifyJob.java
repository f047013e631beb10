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

    private final int wantedFrom;
    private final ReentrantLock lock;
    private final Condition done;
    private final List<FullDistribution> distributions = new ArrayList<>();
    private final int expected;
    private @Nullable GlimpRouterException failure;

    VerifyJob(Sequence sequence, IntList text, int known, int[] draft, ReentrantLock lock) {
        super(sequence, withDraft(text, draft), known);
        this.wantedFrom = text.size() - draft.length - 1;
        this.expected = draft.length + 1;
        this.lock = lock;
        this.done = lock.newCondition();
    }

    private static IntList withDraft(IntList text, int[] draft) {
        text.addAll(draft);
        return text;
    }

    @Override
    int wantedFrom() {
        return wantedFrom;
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
    void take(int index, float[] logits) {
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
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            CancelledException stopped =
                    new CancelledException("The verification was interrupted.");
            fail(stopped);
            throw stopped;
        } finally {
            lock.unlock();
        }
    }
}
