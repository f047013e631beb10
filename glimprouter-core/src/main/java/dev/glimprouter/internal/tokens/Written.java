package dev.glimprouter.internal.tokens;

import java.util.Arrays;

/** The text of a generation and where in it each token ends. */
public final class Written {

    /** The end of a token that leaves a character incomplete. */
    private static final int INSIDE = Integer.MAX_VALUE;

    private final StringBuilder text = new StringBuilder();
    private int[] ends = new int[16];
    private int count;

    /** Nothing yet. */
    public Written() {}

    /**
     * Adds a token.
     *
     * @param piece the characters that are complete with it
     * @param whole whether no character is incomplete after it
     */
    public void add(String piece, boolean whole) {
        text.append(piece);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = whole ? text.length() : INSIDE;
    }

    /** All text, dropped parts included. */
    public String text() {
        return text.toString();
    }

    /** How many tokens lie wholly within the first {@code length} characters. */
    public int wholeTokens(int length) {
        int whole = count;
        while (whole > 0 && ends[whole - 1] > length) {
            whole--;
        }
        return whole;
    }

    /** Characters of the first {@code tokens} tokens, the last of which ends between characters. */
    public int length(int tokens) {
        return tokens == 0 ? 0 : ends[tokens - 1];
    }
}
