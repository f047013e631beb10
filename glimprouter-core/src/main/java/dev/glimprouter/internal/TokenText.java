package dev.glimprouter.internal;

import dev.glimprouter.internal.tokens.TokenReader.Read;
import dev.glimprouter.internal.tokens.Written;

import java.util.Arrays;

/** Tokens written after a session's text, without one that ended the generation. One thread. */
final class TokenText {

    private final Written written = new Written();
    private int[] ids = new int[32];
    private int size;

    void add(int id, Read read) {
        if (read.piece().isPresent()) {
            read.addTo(written);
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size++] = id;
        }
    }

    int size() {
        return size;
    }

    int[] ids(int from, int to) {
        return Arrays.copyOfRange(ids, from, to);
    }

    /** All tokens, and then some more. */
    int[] with(int... more) {
        int[] all = Arrays.copyOf(ids, size + more.length);
        System.arraycopy(more, 0, all, size, more.length);
        return all;
    }

    /** What they stand for, as far as characters are complete. */
    String text() {
        return written.text();
    }

    /** How many tokens a text that is appended begins with; 0 if it is another text. */
    int tokensOf(String text) {
        String mine = written.text();
        return mine.startsWith(text) || text.startsWith(mine)
                ? written.wholeTokens(text.length())
                : 0;
    }

    /** What is left of such a text after its whole tokens. */
    String restOf(String text) {
        return text.substring(written.length(tokensOf(text)));
    }
}
