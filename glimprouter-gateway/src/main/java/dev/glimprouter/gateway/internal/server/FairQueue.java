package dev.glimprouter.gateway.internal.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A queue in which owners take turns, however many each of them has in it. Not thread safe. */
final class FairQueue<T> {

    /** The owners in the order of their turns, each with what it has in the queue. */
    private final Map<String, Deque<T>> turns = new LinkedHashMap<>();

    private int size;

    int size() {
        return size;
    }

    void add(String owner, T item) {
        turns.computeIfAbsent(owner, _ -> new ArrayDeque<>()).add(item);
        size++;
    }

    /** The first one of the owner whose turn it is. */
    Optional<T> poll() {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, Deque<T>> turn = turns.entrySet().iterator().next();
        String owner = turn.getKey();
        Deque<T> own = turn.getValue();
        T item = own.remove();
        turns.remove(owner);
        if (!own.isEmpty()) {
            turns.put(owner, own);
        }
        size--;
        return Optional.of(item);
    }

    /** Takes one out; whether it was there. */
    boolean remove(String owner, T item) {
        Deque<T> own = turns.get(owner);
        if (own == null || !own.remove(item)) {
            return false;
        }
        if (own.isEmpty()) {
            turns.remove(owner);
        }
        size--;
        return true;
    }
}
