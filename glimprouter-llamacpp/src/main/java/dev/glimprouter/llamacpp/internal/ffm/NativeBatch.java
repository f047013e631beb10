package dev.glimprouter.llamacpp.internal.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Tokens to evaluate together, in native memory. For the decode thread alone. */
public final class NativeBatch {

    private final int capacity;
    private final MemorySegment struct;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequences;
    private final MemorySegment wanted;
    private int size;

    /** An empty batch of at most {@code capacity} tokens, freed once it is garbage. */
    public NativeBatch(int capacity) {
        this.capacity = capacity;
        Arena arena = Arena.ofAuto();
        tokens = arena.allocate(JAVA_INT, capacity);
        positions = arena.allocate(JAVA_INT, capacity);
        sequences = arena.allocate(JAVA_INT, capacity);
        wanted = arena.allocate(JAVA_BYTE, capacity);
        MemorySegment counts = arena.allocate(JAVA_INT, capacity);
        MemorySegment pointers = arena.allocate(ADDRESS, capacity);
        for (int i = 0; i < capacity; i++) {
            counts.setAtIndex(JAVA_INT, i, 1);
            pointers.setAtIndex(ADDRESS, i, sequences.asSlice((long) i * Integer.BYTES));
        }
        struct = arena.allocate(Layouts.BATCH);
        struct.set(ADDRESS, 8, tokens);
        struct.set(ADDRESS, 24, positions);
        struct.set(ADDRESS, 32, counts);
        struct.set(ADDRESS, 40, pointers);
        struct.set(ADDRESS, 48, wanted);
    }

    /** Makes it empty. */
    public void clear() {
        size = 0;
    }

    /** How many tokens it holds. */
    public int size() {
        return size;
    }

    /** How many more tokens fit. */
    public int free() {
        return capacity - size;
    }

    /**
     * Adds a token.
     *
     * @param logits whether the distribution after it is wanted
     * @return its index in the batch
     */
    public int add(int token, int position, int sequence, boolean logits) {
        if (size == capacity) {
            throw new IllegalStateException("the batch is full");
        }
        tokens.setAtIndex(JAVA_INT, size, token);
        positions.setAtIndex(JAVA_INT, size, position);
        sequences.setAtIndex(JAVA_INT, size, sequence);
        wanted.setAtIndex(JAVA_BYTE, size, (byte) (logits ? 1 : 0));
        return size++;
    }

    MemorySegment struct() {
        struct.set(JAVA_INT, 0, size);
        return struct;
    }
}
