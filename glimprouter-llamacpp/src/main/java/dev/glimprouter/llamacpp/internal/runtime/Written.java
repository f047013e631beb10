package dev.glimprouter.llamacpp.internal.runtime;

/** The text of a generation and where in it each token ends. */
final class Written {

    /** The end of a token that leaves a character incomplete. */
    private static final int INSIDE = Integer.MAX_VALUE;

    private final StringBuilder text = new StringBuilder();
    private final IntList ends = new IntList();

    /**
     * Adds a token.
     *
     * @param piece the characters that are complete with it
     * @param whole whether no character is incomplete after it
     */
    void add(String piece, boolean whole) {
        text.append(piece);
        ends.add(whole ? text.length() : INSIDE);
    }

    /** All text, dropped parts included. */
    String text() {
        return text.toString();
    }

    /** How many tokens lie wholly within the first {@code length} characters. */
    int wholeTokens(int length) {
        int count = ends.size();
        while (count > 0 && ends.get(count - 1) > length) {
            count--;
        }
        return count;
    }

    /** Characters of the first {@code count} tokens, the last of which ends between characters. */
    int length(int count) {
        return count == 0 ? 0 : ends.get(count - 1);
    }
}
