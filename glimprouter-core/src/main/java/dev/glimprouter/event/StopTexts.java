package dev.glimprouter.event;

import java.util.List;

/**
 * Cuts an answer before the first of the texts that a client wants it to end at.
 *
 * <p>Text is held back while it may be the beginning of one. Not thread safe.
 */
public final class StopTexts {

    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean found;

    /** The text before the first of these, none of which is empty. */
    public StopTexts(List<String> stops) {
        this.stops = List.copyOf(stops);
    }

    /** Adds a piece and gives back what became sure, possibly nothing. */
    public String add(String piece) {
        if (found) {
            return "";
        }
        held.append(piece);
        int first = first();
        if (first >= 0) {
            found = true;
            return held.substring(0, first);
        }
        return release(held.length() - openLength());
    }

    /** What was held back, once no more text comes. */
    public String flush() {
        return found ? "" : release(held.length());
    }

    /** Whether the answer ends here. */
    public boolean found() {
        return found;
    }

    private String release(int to) {
        String sure = held.substring(0, to);
        held.delete(0, to);
        return sure;
    }

    private int first() {
        int first = -1;
        for (String stop : stops) {
            int at = held.indexOf(stop);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    /** Length of the longest end of the text that a stop text begins with. */
    private int openLength() {
        int longest = 0;
        for (String stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length());
                    length > longest;
                    length--) {
                if (stop.startsWith(held.substring(held.length() - length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }
}
