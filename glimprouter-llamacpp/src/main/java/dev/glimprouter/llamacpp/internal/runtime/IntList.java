package dev.glimprouter.llamacpp.internal.runtime;

import java.util.Arrays;

/** A growing list of token ids. Not thread safe. */
final class IntList {

    private int[] values;
    private int size;

    IntList() {
        this(new int[16], 0);
    }

    private IntList(int[] values, int size) {
        this.values = values;
        this.size = size;
    }

    static IntList of(int... ids) {
        return new IntList(ids.length == 0 ? new int[16] : ids.clone(), ids.length);
    }

    int size() {
        return size;
    }

    int get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return values[index];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void addAll(int... more) {
        if (size + more.length > values.length) {
            values = Arrays.copyOf(values, Math.max(size + more.length, 2 * values.length));
        }
        System.arraycopy(more, 0, values, size, more.length);
        size += more.length;
    }

    /** Keeps the first {@code length} values. */
    void cut(int length) {
        size = Math.min(size, length);
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    int[] slice(int from, int to) {
        return Arrays.copyOfRange(values, from, Math.min(to, size));
    }

    IntList copy() {
        return new IntList(values.clone(), size);
    }

    /** How many values at the beginning are the same. */
    int commonPrefix(IntList other) {
        int shorter = Math.min(size, other.size);
        int difference = Arrays.mismatch(values, 0, shorter, other.values, 0, shorter);
        return difference < 0 ? shorter : difference;
    }
}
