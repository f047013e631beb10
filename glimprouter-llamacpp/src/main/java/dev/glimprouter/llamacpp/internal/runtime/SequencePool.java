package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.error.RetryableException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * The sequences of a context, reserved at its start. A sequence that is given back keeps its cache
 * for whoever comes with the same beginning. All methods are called with the lock held.
 */
final class SequencePool {

    private final ReentrantLock lock;
    private final Capacity capacity;
    private final List<Sequence> all;
    private final List<Sequence> idle;
    private int sessions;
    private int branches;
    private long uses;

    SequencePool(ReentrantLock lock, Capacity capacity, int vocabularySize) {
        this.lock = lock;
        this.capacity = capacity;
        this.all =
                IntStream.range(0, capacity.sequences())
                        .mapToObj(id -> new Sequence(id, vocabularySize))
                        .toList();
        this.idle = new ArrayList<>(all);
    }

    ReentrantLock lock() {
        return lock;
    }

    List<Sequence> all() {
        return all;
    }

    /** A sequence for a session: the idle one with the longest common beginning. */
    Sequence takeForSession(IntList tokens) {
        if (sessions == capacity.sessions()) {
            throw new RetryableException(
                    "The engine is open for %s: wait for an answer, ask fewer at a time, or open it for more with EngineOptions.withSessions."
                            .formatted(capacity.questions()));
        }
        sessions++;
        return take(tokens);
    }

    /** A sequence for a branch. */
    Sequence takeForBranch(IntList tokens) {
        if (branches == capacity.branches()) {
            throw new RetryableException(
                    "All %d branches of the engine are in use: close one first."
                            .formatted(branches));
        }
        branches++;
        return take(tokens);
    }

    private Sequence take(IntList tokens) {
        Sequence best =
                idle.stream()
                        .max(
                                Comparator.<Sequence>comparingInt(
                                                sequence -> sequence.cache().commonPrefix(tokens))
                                        .thenComparing(
                                                Comparator.comparingLong(Sequence::lastUse)
                                                        .reversed()))
                        .orElseThrow();
        idle.remove(best);
        best.used(++uses);
        return best;
    }

    void giveBack(Sequence sequence, boolean branch) {
        if (branch) {
            branches--;
        } else {
            sessions--;
        }
        sequence.used(++uses);
        idle.add(sequence);
    }

    /** Positions in use, prefixes that are shared counted once for each sequence. */
    int cachedTokens() {
        return all.stream().mapToInt(sequence -> sequence.cache().size()).sum();
    }

    /** The idle sequence with something in its cache that was used least recently. */
    Optional<Sequence> oldestIdle() {
        return idle.stream()
                .filter(sequence -> sequence.cache().size() > 0)
                .min(Comparator.comparingLong(Sequence::lastUse));
    }
}
