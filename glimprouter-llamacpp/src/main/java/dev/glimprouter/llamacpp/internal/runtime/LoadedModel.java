package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.ffm.Llama.AbortFlag;
import dev.glimprouter.llamacpp.internal.ffm.NativeBatch;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A model in memory with its context: evaluates the jobs at hand, batch by batch.
 *
 * <p>{@link #next} runs with the decode loop's lock held, what it returns without it, both on the
 * decode thread. Neither throws: what goes wrong fails the jobs it concerns.
 */
final class LoadedModel {

    private static final int DONE = 0;
    private static final int NO_ROOM = 1;
    private static final int ABORTED = 2;

    private final Llama llama;
    private final MemorySegment model;
    private final MemorySegment context;
    private final AbortFlag abort;
    private final DecodeLoop loop;
    private final ReentrantLock lock;
    private final SequencePool pool;
    private final CacheKeeper keeper;
    private final BatchPlan plan;
    private final List<Job> jobs = new ArrayList<>();
    private final BatchCounters counters = new BatchCounters();
    private volatile boolean closed;

    LoadedModel(
            Llama llama,
            MemorySegment model,
            MemorySegment context,
            AbortFlag abort,
            DecodeLoop loop,
            SequencePool pool,
            Capacity capacity) {
        this.llama = llama;
        this.model = model;
        this.context = context;
        this.abort = abort;
        this.loop = loop;
        this.lock = loop.lock();
        this.pool = pool;
        this.keeper = new CacheKeeper(llama, llama.memory(context), pool, capacity);
        this.plan = new BatchPlan(new NativeBatch(capacity.batchTokens()), capacity.chunkTokens());
    }

    BatchCounters counters() {
        return counters;
    }

    SequencePool pool() {
        return pool;
    }

    /** Whether it computes in the thread of all models of the processor. */
    boolean sharesProcessor() {
        return loop.equals(DecodeLoop.ofProcessor());
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the cache holds exactly what we believe. On the decode thread. */
    boolean agreesWithItsCache() {
        return keeper.agrees();
    }

    /** Takes a job. Called with the lock held. */
    void submit(Job job) {
        jobs.add(job);
        if (loop.isStopping()) {
            job.cancel();
        }
        loop.wake();
    }

    /** Says that a job is over: stops a batch that nobody wants. Called with the lock held. */
    void over() {
        if (plan.isUnwanted()) {
            abort.set(true);
        }
    }

    /** Says that a job may go on. Called with the lock held. */
    void wake() {
        loop.wake();
    }

    /** Ends all jobs and stops what is computed. Called with the lock held. */
    void stop() {
        jobs.forEach(Job::cancel);
        over();
    }

    /** The next piece of work, if there is any. */
    Optional<Runnable> next() {
        try {
            jobs.removeIf(Job::isOver);
            for (Job job : jobs) {
                if (!job.begun() && job.isReady()) {
                    keeper.begin(job);
                }
                if (job.isReady() && job.sequence().cache().size() > job.wanted()) {
                    return Optional.of(() -> take(job));
                }
            }
            plan.fill(jobs);
            keeper.makeRoom(plan.batch().size());
            return plan.entries().isEmpty() ? Optional.empty() : Optional.of(this::evaluate);
        } catch (RuntimeException | Error unexpected) {
            fail(unexpected);
            return Optional.empty();
        }
    }

    private void evaluate() {
        try {
            long start = System.nanoTime();
            int outcome = llama.decode(context, plan.batch());
            settle(outcome, System.nanoTime() - start).forEach(this::handOut);
        } catch (RuntimeException | Error unexpected) {
            lock.lock();
            try {
                fail(unexpected);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Believes what happened, and says what can be handed out. */
    private List<BatchPlan.Entry> settle(int outcome, long nanos) {
        lock.lock();
        try {
            abort.set(false);
            List<BatchPlan.Entry> entries = List.copyOf(plan.entries());
            int size = plan.batch().size();
            plan.clear();
            if (outcome == DONE) {
                int prefill = 0;
                for (BatchPlan.Entry entry : entries) {
                    prefill += evaluated(entry, nanos * entry.size() / size);
                }
                counters.count(size, prefill, entries.size(), nanos);
                return entries;
            }
            entries.forEach(entry -> keeper.reconcile(entry.job().sequence()));
            if (outcome == NO_ROOM) {
                refuseLast(entries);
            } else if (outcome != ABORTED) {
                entries.forEach(entry -> entry.job().fail(refused(outcome)));
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many of the tokens nobody here had written. */
    private static int evaluated(BatchPlan.Entry entry, long nanos) {
        Job job = entry.job();
        job.sequence().cache().addAll(job.tokens().slice(entry.from(), entry.to()));
        return job.evaluated(entry.from(), entry.to(), nanos);
    }

    /** Makes room for the next try, at the cost of an idle cache or of the job that came last. */
    private void refuseLast(List<BatchPlan.Entry> entries) {
        if (!keeper.evict()) {
            entries.getLast()
                    .job()
                    .fail(
                            new RetryableException(
                                    "The context memory of the model is full: ask fewer questions at a time or raise --context."));
        }
    }

    private void handOut(BatchPlan.Entry entry) {
        Job job = entry.job();
        for (int i = Math.max(entry.from(), entry.wanted()); i < entry.to(); i++) {
            float[] logits = job.sequence().logitsAfter(i + 1);
            llama.logits(context, entry.at() + i - entry.from(), logits);
            take(job);
        }
    }

    /** Has a job, which may be over, take the logits at hand. What it throws ends it alone. */
    private void take(Job job) {
        try {
            job.take(job.sequence().logits());
        } catch (RuntimeException | Error unusable) {
            lock.lock();
            try {
                job.fail(
                        new SetupException(
                                "The model's output cannot be used (%s): check the file or pull it again."
                                        .formatted(unusable.getMessage()),
                                unusable));
            } finally {
                lock.unlock();
            }
        }
    }

    private static RetryableException refused(int outcome) {
        return new RetryableException(
                "llama.cpp could not evaluate a batch (code %d): try again.".formatted(outcome));
    }

    private void fail(Throwable unexpected) {
        plan.clear();
        jobs.forEach(
                job ->
                        job.fail(
                                new RetryableException(
                                        "The embedded engine failed (%s): try again."
                                                .formatted(unexpected),
                                        unexpected)));
    }

    /** Empties the idle sequences; waits for the decode thread. */
    void forget() {
        loop.runUnlessStopping(this::evictAll);
    }

    private void evictAll() {
        lock.lock();
        try {
            while (!closed && keeper.evict()) {
                // one more idle sequence is gone
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends all jobs and frees the native memory; waits for the decode thread. Once is enough. */
    void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            stop();
        } finally {
            lock.unlock();
        }
        loop.runUnlessStopping(this::free);
    }

    private void free() {
        loop.remove(this);
        llama.freeContext(context);
        llama.freeModel(model);
    }
}
