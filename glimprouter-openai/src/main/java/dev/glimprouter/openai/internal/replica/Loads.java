package dev.glimprouter.openai.internal.replica;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * How many problems are on each replica.
 *
 * <p>A replica takes at most {@code ceil(c m / n)} of m problems on n well replicas: consistent
 * hashing with bounded loads (V. Mirrokni, M. Thorup, M. Zadimoghaddam, arXiv 1608.01350, SODA
 * 2018). Then no replica has more than c times the average, and some well replica always has room.
 * Thread safe.
 */
final class Loads {

    /** c: at most a quarter above the average. */
    static final double BOUND = 1.25;

    private final Map<Replica, Integer> loads = new HashMap<>();
    private int problems;

    /**
     * Brings a problem to a replica, if that has room.
     *
     * @param from where the problem was, null for nowhere
     * @param well how many replicas are well
     * @return whether it is there now
     */
    synchronized boolean moveWithin(@Nullable Replica from, Replica to, int well) {
        int total = from == null ? problems + 1 : problems;
        if (of(to) >= Math.ceil(BOUND * total / Math.max(1, well))) {
            return false;
        }
        move(from, to);
        return true;
    }

    /** Brings a problem to a replica, with room or without. */
    synchronized void move(@Nullable Replica from, Replica to) {
        if (from != null) {
            release(from);
        }
        problems++;
        loads.merge(to, 1, Integer::sum);
    }

    /** A problem has ended. */
    synchronized void release(Replica from) {
        problems--;
        loads.computeIfPresent(from, (_, load) -> load == 1 ? null : load - 1);
    }

    /** Problems on a replica. */
    synchronized int of(Replica replica) {
        return loads.getOrDefault(replica, 0);
    }

    /** Problems on all replicas. */
    synchronized int problems() {
        return problems;
    }
}
