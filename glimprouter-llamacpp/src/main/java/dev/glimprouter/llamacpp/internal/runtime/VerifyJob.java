package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.engine.Verification;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.glimpse.FullDistribution;
import dev.glimprouter.time.Cancellation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Evaluates a draft after a text and keeps the distributions that are wanted of it. */
final class VerifyJob extends Job {

    private final int first;
    private final int expected;
    private final LoadedModel model;
    private final ReentrantLock lock;
    private final Condition done;
    private Work work = Work.NONE;
    private int evaluated;
    private final List<FullDistribution> distributions = new ArrayList<>();
    private @Nullable GlimpRouterException failure;

    /**
     * A verification after {@code text}.
     *
     * @param from the first entry that is wanted
     */
    VerifyJob(Sequence sequence, Text text, int[] draft, int from, LoadedModel model) {
        super(sequence, text, draft);
        this.first = text.size() - 1 + from;
        this.expected = draft.length + 1 - from;
        this.model = model;
        this.lock = model.pool().lock();
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
            leave(work);
            done.signalAll();
        }
    }

    @Override
    void cancel() {
        fail(cancelled());
    }

    static CancelledException cancelled() {
        return new CancelledException("The verification was cancelled.");
    }

    @Override
    void report(Work more) {
        work = work.plus(unreported()).plus(more);
    }

    @Override
    void decoded(int count) {
        evaluated += count;
    }

    /** Ends it from another thread. */
    private void stop() {
        lock.lock();
        try {
            cancel();
            model.over();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the result, not longer than until the end is requested. */
    Verification await(Cancellation until) {
        try (Cancellation.Registration _ = until.onCancel(this::stop)) {
            return await();
        }
    }

    private Verification await() {
        lock.lock();
        try {
            while (!isOver()) {
                done.await();
            }
            if (failure != null) {
                throw failure;
            }
            return new Verification(distributions, cost());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancel();
            throw new CancelledException("The verification was interrupted.");
        } finally {
            lock.unlock();
        }
    }

    private StreamCost cost() {
        return new StreamCost(
                work.promptTokens(),
                work.cachedTokens(),
                work.seamTokens(),
                work.nanos(),
                work.ownTokens(),
                work.ownNanos(),
                evaluated,
                0,
                0,
                0);
    }
}
