package dev.glimprouter.openai.internal.replica;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The slots of one llama-server, each with a cache of its own.
 *
 * <p>A problem that is pinned to a slot ({@code id_slot}) finds its text in the cache at every
 * step; unpinned ones take slots from each other. Who finds no free slot goes unpinned: a pinned
 * request to a busy slot would wait. Thread safe.
 */
public final class SlotPool {

    /** Slots that nobody has, the one that rested longest first. */
    private final List<Resting> resting = new ArrayList<>();

    private final Set<Slot> taken = new HashSet<>();

    /**
     * A pool with all slots free.
     *
     * @param total the server's {@code total_slots}; 0 if it has none
     */
    public SlotPool(int total) {
        for (int id = 0; id < total; id++) {
            resting.add(new Resting(id, Optional.empty()));
        }
    }

    /** A free slot: one that this problem had before, else the least recently used; or none. */
    public synchronized Optional<Slot> take(ProblemKey problem) {
        Optional<Resting> chosen =
                resting.reversed().stream()
                        .filter(slot -> slot.last().equals(Optional.of(problem)))
                        .findFirst()
                        .or(() -> resting.stream().findFirst());
        return chosen.map(slot -> take(slot, problem));
    }

    private Slot take(Resting chosen, ProblemKey problem) {
        resting.remove(chosen);
        Slot slot = new Slot(this, chosen.id(), problem);
        taken.add(slot);
        return slot;
    }

    synchronized void giveBack(Slot slot) {
        if (taken.remove(slot)) {
            resting.add(new Resting(slot.id(), Optional.of(slot.problem())));
        }
    }

    /** A free slot and whose text it holds. */
    private record Resting(int id, Optional<ProblemKey> last) {}
}
