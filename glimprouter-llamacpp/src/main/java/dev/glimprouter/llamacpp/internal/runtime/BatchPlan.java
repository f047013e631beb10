package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.llamacpp.internal.ffm.NativeBatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tokens of which jobs are evaluated together. Changed on the decode thread with the loop's
 * lock held.
 */
final class BatchPlan {

    /** Smaller parts of a prompt are not worth sharing a batch for. */
    private static final int LEAST_SHARE = 16;

    private final NativeBatch batch;
    private final int chunkTokens;
    private final List<Entry> entries = new ArrayList<>();
    private long turns;

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
     * Fills the batch: one token for each job that goes on, then a chunk of prefill, shared by the
     * jobs that wait for theirs.
     */
    void fill(List<Job> jobs) {
        clear();
        List<Job> waiting = new ArrayList<>();
        for (Job job : jobs) {
            if (job.isReady() && job.missing() == 1) {
                add(job, 1);
            } else if (job.isReady() && job.missing() > 1) {
                waiting.add(job);
            }
        }
        Map<Job, Integer> shares = shares(waiting, Math.min(chunkTokens, batch.free()));
        for (Job job : waiting) {
            int count = shares.getOrDefault(job, 0);
            if (count > 0) {
                add(job, count);
            }
        }
    }

    /**
     * Gives each job an equal part, those first that have waited longest; what a short one leaves
     * over goes to those behind it, and at last to those that can use it.
     */
    private Map<Job, Integer> shares(List<Job> waiting, int chunk) {
        List<Job> queue = new ArrayList<>(waiting);
        queue.sort(Comparator.comparingLong(Job::lastTurn));
        Map<Job, Integer> shares = new LinkedHashMap<>();
        int left = chunk;
        for (int i = 0; i < queue.size() && left > 0; i++) {
            int share = Math.max(LEAST_SHARE, left / (queue.size() - i));
            int count = Math.min(Math.min(share, left), queue.get(i).missing());
            shares.put(queue.get(i), count);
            queue.get(i).tookTurn(++turns);
            left -= count;
        }
        for (Map.Entry<Job, Integer> entry : shares.entrySet()) {
            int more = Math.min(left, entry.getKey().missing() - entry.getValue());
            entry.setValue(entry.getValue() + more);
            left -= more;
        }
        return shares;
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
