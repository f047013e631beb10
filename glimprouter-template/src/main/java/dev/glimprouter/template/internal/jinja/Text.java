package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An immutable string that remembers which of its characters came from a message.
 *
 * <p>Positions are UTF-16 indices. Equality and hash look at the characters only: to the template a
 * text is its characters, whoever wrote them.
 */
public final class Text implements Value {
    private static final int[] NO_MARKS = {};

    /** A stretch of one origin. */
    public record Run(String chars, boolean fromMessage) {}

    static final Text EMPTY = new Text("", NO_MARKS);

    private final String chars;

    /** Start and end of each stretch from a message, in turn, ascending, never empty. */
    private final int[] marks;

    Text(String chars, int[] marks) {
        this.chars = chars;
        this.marks = marks;
    }

    /** Text that the template or its author wrote. */
    public static Text ofTemplate(String chars) {
        return new Text(chars, NO_MARKS);
    }

    /** Text that came with a message, from a user or a model. */
    public static Text ofMessage(String chars) {
        return chars.isEmpty() ? EMPTY : new Text(chars, new int[] {0, chars.length()});
    }

    /** The characters. */
    public String chars() {
        return chars;
    }

    /** The stretches in order; neighbours differ in origin and none is empty. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < marks.length; i += 2) {
            if (at < marks[i]) {
                runs.add(new Run(chars.substring(at, marks[i]), false));
            }
            runs.add(new Run(chars.substring(marks[i], marks[i + 1]), true));
            at = marks[i + 1];
        }
        if (at < chars.length()) {
            runs.add(new Run(chars.substring(at), false));
        }
        return runs;
    }

    int length() {
        return chars.length();
    }

    boolean isEmpty() {
        return chars.isEmpty();
    }

    /** Whether the character at {@code index} came from a message. */
    boolean fromMessage(int index) {
        int i = firstMarkAfter(index);
        return i % 2 == 1;
    }

    /** The part from {@code from} (inclusive) to {@code to} (exclusive), with its marks. */
    Text slice(int from, int to) {
        if (from >= to) {
            return EMPTY;
        }
        if (from == 0 && to == chars.length()) {
            return this;
        }
        int first = firstMarkAfter(from) & ~1;
        int end = first;
        while (end < marks.length && marks[end] < to) {
            end += 2;
        }
        int[] cut = Arrays.copyOfRange(marks, first, end);
        for (int i = 0; i < cut.length; i++) {
            cut[i] = Math.clamp(cut[i], from, to) - from;
        }
        return new Text(chars.substring(from, to), cut);
    }

    /** The index of the first mark greater than {@code index}; odd means inside a message. */
    private int firstMarkAfter(int index) {
        int found = Arrays.binarySearch(marks, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && chars.equals(text.chars);
    }

    @Override
    public int hashCode() {
        return chars.hashCode();
    }

    @Override
    public String toString() {
        return chars;
    }
}
