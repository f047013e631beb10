package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.llamacpp.internal.ffm.NativeBatch;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tokens of which jobs are evaluated together. Changed on the decode thread with the loop's
 * lock held.
 */
final class BatchPlan {

    private final NativeBatch batch;
    private final int chunkTokens;
    private final List<Entry> entries = new ArrayList<>();

    BatchPlan(NativeBatch batch, int chunkTokens) {
        this.batch = batch;
        this.chunkTokens = chunkTokens;
    }

    /**
     * Part of a job: its tokens {@code from} to {@code to}.
     *
     * @param wanted the first of the job's tokens after which logits are wanted
     * @param at where in the batch the part begins
     */
    record Entry(Job job, int from, int to, int wanted, int at) {

        int size() {
            return to - from;
        }
    }

    /**
     * Fills the batch: one token for each job that goes on, then a chunk of prefill, the jobs that
     * came first first.
     */
    void fill(List<Job> jobs) {
        clear();
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
        entries.add(new Entry(job, from, from + count, job.wanted(), batch.size()));
        for (int i = from; i < from + count; i++) {
            batch.add(job.tokens().get(i), i, job.sequence().id(), i >= job.wanted());
        }
    }

    void clear() {
        entries.clear();
        batch.clear();
    }

    List<Entry> entries() {
        return entries;
    }

    NativeBatch batch() {
        return batch;
    }

    /** Whether there is something in it and nobody wants any of it any more. */
    boolean isUnwanted() {
        return !entries.isEmpty() && entries.stream().allMatch(entry -> entry.job().isOver());
    }
}
