package dev.glimprouter.engine;

import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.reasoning.Ending;

import java.util.Optional;

/**
 * Finds in a growing text where a generation ends by itself.
 *
 * <p>Text is given back as soon as it cannot be part of a close tag any more. Newlines before the
 * first other character belong to a {@link Until#STEP} and do not end it. Whatever comes after the
 * end is dropped and counted. Not thread safe.
 */
public final class StopScanner {

    /** Ends the reasoning; never part of a step's text. */
    public static final String CLOSE_TAG = "</think>";

    private static final String BLANK_LINE = "\n\n";

    private final Until until;
    private final StringBuilder text = new StringBuilder();
    private int released;
    private int content = -1;
    private int droppedChars;
    private Optional<Ending> ending = Optional.empty();

    /** A scanner for one generation. */
    public StopScanner(Until until) {
        this.until = until;
    }

    /**
     * Adds a piece and gives back the text that became certain, possibly none.
     *
     * @throws IllegalStateException if the text has ended
     */
    public String feed(String piece) {
        if (ending.isPresent()) {
            throw new IllegalStateException("the text has ended already");
        }
        int from = text.length();
        text.append(piece);
        if (until == Until.END_OF_SEQUENCE) {
            return release(text.length());
        }
        if (until == Until.BLANK_LINE) {
            return feedLine(from);
        }
        int tag = text.indexOf(CLOSE_TAG, Math.max(0, from - CLOSE_TAG.length() + 1));
        int blank = until == Until.STEP ? blankLine(from) : -1;
        if (blank >= 0 && (tag < 0 || blank < tag)) {
            return end(Ending.BLANK_LINE, blank + BLANK_LINE.length(), 0);
        }
        if (tag >= 0) {
            return end(Ending.CLOSE_TAG, tag, CLOSE_TAG.length());
        }
        return release(text.length() - openTagLength());
    }

    /** No close tag ends the text, so nothing is held. */
    private String feedLine(int from) {
        int blank = text.indexOf(BLANK_LINE, Math.max(0, from - 1));
        return blank < 0
                ? release(text.length())
                : end(Ending.BLANK_LINE, blank + BLANK_LINE.length(), 0);
    }

    /** Gives back what was held when the model itself has ended the text. */
    public String flush() {
        return release(text.length());
    }

    /** Drops what was held when a limit has cut the text: half a close tag is no text. */
    public void cut() {
        droppedChars += text.length() - released;
        text.setLength(released);
    }

    /** How the text ended; empty while it has not. */
    public Optional<Ending> ending() {
        return ending;
    }

    /** All text so far without what was dropped, whether or not given back yet. */
    public String text() {
        return text.toString();
    }

    /**
     * Characters that were dropped, after the end or by a cut; the close tag itself not counted.
     */
    public int droppedChars() {
        return droppedChars;
    }

    private String end(Ending how, int at, int endLength) {
        ending = Optional.of(how);
        droppedChars = text.length() - at - endLength;
        text.setLength(at);
        return release(at);
    }

    private String release(int to) {
        int from = released;
        released = Math.max(from, to);
        return text.substring(from, released);
    }

    private int blankLine(int from) {
        while (content < 0 && from < text.length()) {
            if (text.charAt(from) != '\n') {
                content = from;
            }
            from++;
        }
        return content < 0 ? -1 : text.indexOf(BLANK_LINE, Math.max(content, from - 1));
    }

    private int openTagLength() {
        int longest = Math.min(CLOSE_TAG.length() - 1, text.length());
        for (int length = longest; length > 0; length--) {
            if (endsWithTag(length)) {
                return length;
            }
        }
        return 0;
    }

    private boolean endsWithTag(int length) {
        int from = text.length() - length;
        int same = 0;
        while (same < length && text.charAt(from + same) == CLOSE_TAG.charAt(same)) {
            same++;
        }
        return same == length;
    }
}
