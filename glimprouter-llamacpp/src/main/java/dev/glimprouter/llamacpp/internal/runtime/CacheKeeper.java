package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.llamacpp.internal.ffm.Llama;

import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.Optional;

/**
 * Keeps what the cache holds and what we believe it holds the same, and as useful as possible: each
 * job begins with the longest beginning of its text that any sequence has.
 *
 * <p>On the decode thread, with the loop's lock held unless said otherwise.
 */
final class CacheKeeper {

    /** Sharing fewer tokens than this is not worth two calls. */
    private static final int LEAST_SHARE = 8;

    private final Llama llama;
    private final MemorySegment memory;
    private final SequencePool pool;
    private final Capacity capacity;

    CacheKeeper(Llama llama, MemorySegment memory, SequencePool pool, Capacity capacity) {
        this.llama = llama;
        this.memory = memory;
        this.pool = pool;
        this.capacity = capacity;
    }

    /** Brings the job's sequence to the longest useful beginning of the job's tokens. */
    void begin(Job job) {
        Sequence sequence = job.sequence();
        int before = sequence.cache().size();
        int common = sequence.cache().commonPrefix(job.tokens());
        int shared = shareFromOther(job, common);
        int keep = Math.max(common, shared);
        int most = job.wantedFrom() + (sequence.hasLogitsAfter(job.given()) ? 1 : 0);
        keep = Math.min(keep, Math.max(0, most));
        if (sequence.cache().size() > keep) {
            keep = remove(sequence, keep);
        }
        int rolledBack = Math.max(0, before - keep);
        int seam = shared > common ? 0 : Math.min(rolledBack, job.given() - keep);
        job.begin(Math.max(0, keep - job.known()), Math.max(0, seam));
    }

    private int shareFromOther(Job job, int own) {
        if (!capacity.unified()) {
            return own;
        }
        Sequence sequence = job.sequence();
        Optional<Sequence> donor =
                pool.all().stream()
                        .filter(other -> other != sequence)
                        .max(
                                Comparator.comparingInt(
                                        other -> other.cache().commonPrefix(job.tokens())));
        int length = donor.map(other -> other.cache().commonPrefix(job.tokens())).orElse(0);
        if (length < own + LEAST_SHARE) {
            return own;
        }
        remove(sequence, 0);
        llama.share(memory, donor.get().id(), sequence.id(), length);
        sequence.share(donor.get(), length);
        return length;
    }

    /** Removes all after {@code keep}, or everything where the model cannot remove a part. */
    private int remove(Sequence sequence, int keep) {
        int kept = keep;
        if (!llama.removeFrom(memory, sequence.id(), keep)) {
            kept = 0;
            llama.removeFrom(memory, sequence.id(), 0);
        }
        sequence.cut(kept);
        return kept;
    }

    /** Believes the cache: after a failed or aborted batch. */
    void reconcile(Sequence sequence) {
        int held = llama.lastPosition(memory, sequence.id()) + 1;
        int believed = sequence.cache().size();
        if (held > believed) {
            llama.removeFrom(memory, sequence.id(), believed);
        } else {
            sequence.cut(held);
        }
    }

    /** Forgets idle sequences until {@code tokens} more fit. Takes the lock itself. */
    void makeRoom(int tokens) {
        pool.lock().lock();
        try {
            while (pool.cachedTokens() + tokens > capacity.cells() && evict()) {
                // one more idle sequence is gone
            }
        } finally {
            pool.lock().unlock();
        }
    }

    /** Forgets the idle sequence that was used least recently; false if there is none. */
    boolean evict() {
        Optional<Sequence> oldest = pool.oldestIdle();
        oldest.ifPresent(sequence -> remove(sequence, 0));
        return oldest.isPresent();
    }
}
