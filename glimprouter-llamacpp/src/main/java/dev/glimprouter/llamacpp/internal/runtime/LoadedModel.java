package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.ffm.Llama.AbortFlag;
import dev.glimprouter.llamacpp.internal.ffm.NativeBatch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model in memory with its context: plans batches for the jobs at hand and evaluates them.
 *
 * <p>{@link #next} runs with the decode loop's lock held, what it returns without it, both on the
 * decode thread.
 */
final class LoadedModel {

    private final Llama llama;
    private final MemorySegment model;
    private final MemorySegment context;
    private final AbortFlag abort;
    private final DecodeLoop loop;
    private final SequencePool pool;
    private final CacheKeeper keeper;
    private final NativeBatch batch;
    private final Arena arena = Arena.ofShared();
    private final int chunkTokens;
    private final List<Job> jobs = new ArrayList<>();
    private final List<Entry> inFlight = new ArrayList<>();
    private final BatchCounters counters = new BatchCounters();

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
        this.pool = pool;
        this.keeper = new CacheKeeper(llama, llama.memory(context), pool, capacity);
        this.chunkTokens = capacity.chunkTokens();
        this.batch = new NativeBatch(capacity.batchTokens(), arena);
    }

    /** Part of a job in a batch: its tokens {@code from} to {@code to}. */
    private record Entry(Job job, int from, int to, int firstInBatch) {}

    BatchCounters counters() {
        return counters;
    }

    /** Takes a job. Called with the lock held. */
    void submit(Job job) {
        jobs.add(job);
        loop.wake();
    }

    /** Says that a job is over. Called with the lock held. */
    void over() {
        if (!inFlight.isEmpty() && inFlight.stream().allMatch(entry -> entry.job().isOver())) {
            abort.set(true);
        }
    }

    /** Stops what is being computed. */
    void abort() {
        abort.set(true);
    }

    /** The next piece of work, if there is any. */
    Optional<Runnable> next() {
        jobs.removeIf(Job::isOver);
        for (Job job : jobs) {
            if (!job.begun() && job.isReady()) {
                keeper.begin(job);
            }
            if (job.isReady() && job.missing() == 0) {
                return Optional.of(() -> takeAtHand(job));
            }
        }
        plan();
        return inFlight.isEmpty() ? Optional.empty() : Optional.of(this::evaluate);
    }

    private static void takeAtHand(Job job) {
        job.take(job.tokens().size() - 1, job.sequence().logits());
    }

    private void plan() {
        batch.clear();
        for (Job job : jobs) {
            if (job.isReady() && job.missing() == 1) {
                add(job, 1);
            }
        }
        int left = Math.min(chunkTokens, batch.free());
        for (Job job : jobs) {
            if (job.isReady() && job.missing() > 1 && left > 0) {
                int count = Math.min(left, job.missing());
                add(job, count);
                left -= count;
            }
        }
    }

    private void add(Job job, int count) {
        int from = job.sequence().cache().size();
        int first = batch.size();
        for (int i = from; i < from + count; i++) {
            batch.add(job.tokens().get(i), i, job.sequence().id(), i >= job.wantedFrom());
        }
        job.evaluating(from, from + count);
        inFlight.add(new Entry(job, from, from + count, first));
    }

    private void evaluate() {
        keeper.makeRoom(batch.size());
        long start = System.nanoTime();
        int outcome = llama.decode(context, batch);
        long nanos = System.nanoTime() - start;
        List<Entry> done;
        loop.lock().lock();
        try {
            abort.set(false);
            done = List.copyOf(inFlight);
            inFlight.clear();
            settle(done, outcome, nanos);
        } finally {
            loop.lock().unlock();
        }
        if (outcome == 0) {
            done.forEach(this::handOut);
        }
    }

    private void settle(List<Entry> done, int outcome, long nanos) {
        int prefill = 0;
        for (Entry entry : done) {
            int count = entry.to() - entry.from();
            if (outcome == 0) {
                entry.job()
                        .sequence()
                        .cache()
                        .addAll(entry.job().tokens().slice(entry.from(), entry.to()));
            } else {
                keeper.reconcile(entry.job().sequence());
            }
            if (entry.from() < entry.job().given()) {
                entry.job().prefilled(nanos * count / batch.size());
                prefill += count;
            }
        }
        counters.count(batch.size(), prefill, done.size(), nanos);
        if (outcome == 1 && keeper.evict()) {
            return;
        }
        if (outcome != 0 && outcome != 2) {
            done.forEach(entry -> entry.job().fail(failure(outcome)));
        }
    }

    private static RetryableException failure(int outcome) {
        return outcome == 1
                ? new RetryableException(
                        "The context memory of the model is full: ask fewer questions at a time or raise --context.")
                : new RetryableException(
                        "llama.cpp could not evaluate a batch (code %d).".formatted(outcome));
    }

    private void handOut(Entry entry) {
        Job job = entry.job();
        for (int i = Math.max(entry.from(), job.wantedFrom()); i < entry.to(); i++) {
            float[] logits = job.sequence().logitsAfter(i + 1);
            llama.logits(context, entry.firstInBatch() + i - entry.from(), logits);
            job.take(i, logits);
        }
    }

    /** Ends all jobs and frees the native memory. On the decode thread. */
    void free() {
        loop.remove(this);
        loop.lock().lock();
        try {
            jobs.forEach(
                    job ->
                            job.fail(
                                    new RetryableException(
                                            "The engine was closed while it wrote.")));
            jobs.clear();
        } finally {
            loop.lock().unlock();
        }
        llama.freeContext(context);
        llama.freeModel(model);
        arena.close();
    }

    /** Says that a job may go on. Called with the lock held. */
    void wake() {
        loop.wake();
    }

    SequencePool pool() {
        return pool;
    }
}
