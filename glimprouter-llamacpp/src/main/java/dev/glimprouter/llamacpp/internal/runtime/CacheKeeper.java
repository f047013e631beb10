package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.llamacpp.internal.ffm.Llama;

import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.Optional;

/**
 * Keeps what the cache holds and what we believe it holds the same, and as useful as possible: each
 * job begins with the longest beginning of its text that any sequence has.
 *
 * <p>On the decode thread, with the loop's lock held.
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
        int own = sequence.cache().commonPrefix(job.tokens());
        int common = capacity.unified() ? shareFromOther(job, own) : own;
        int most = job.wanted() + (sequence.hasLogitsAfter(job.wanted() + 1) ? 1 : 0);
        int keep = Math.min(common, most);
        if (sequence.cache().size() > keep) {
            keep = remove(sequence, keep);
        }
        job.begin(keep);
    }

    private int shareFromOther(Job job, int own) {
        Sequence sequence = job.sequence();
        Optional<Sequence> donor =
                pool.all().stream()
                        .filter(other -> other != sequence)
                        .max(
                                Comparator.comparingInt(
                                        other -> other.cache().commonPrefix(job.tokens())));
        int length = donor.map(other -> other.cache().commonPrefix(job.tokens())).orElse(0);
        return length < own + LEAST_SHARE ? own : share(donor.orElseThrow(), sequence, length);
    }

    /** Shares a beginning; the whole or nothing where the model has one state for all. */
    private int share(Sequence donor, Sequence sequence, int length) {
        remove(sequence, 0);
        llama.share(memory, donor.id(), sequence.id(), length);
        if (held(sequence) == length) {
            sequence.share(donor, length);
            return length;
        }
        return remove(sequence, 0);
    }

    /** Whether the cache holds exactly what we believe. */
    boolean agrees() {
        return pool.all().stream().allMatch(sequence -> held(sequence) == sequence.cache().size());
    }

    private int held(Sequence sequence) {
        return llama.lastPosition(memory, sequence.id()) + 1;
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
        int held = held(sequence);
        int believed = sequence.cache().size();
        if (held > believed) {
            remove(sequence, believed);
        } else {
            sequence.cut(held);
        }
    }

    /** Forgets idle sequences until {@code tokens} more fit, or none is left. */
    void makeRoom(int tokens) {
        while (pool.cachedTokens() + tokens > capacity.cells() && evict()) {
            // one more idle sequence is gone
        }
    }

    /** Forgets the idle sequence that was used least recently; false if there is none. */
    boolean evict() {
        Optional<Sequence> oldest = pool.oldestIdle();
        oldest.ifPresent(sequence -> remove(sequence, 0));
        return oldest.isPresent();
    }
}
