package dev.glimprouter.report.internal.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML or SVG element by element. All text and all values of attributes are escaped; only
 * {@link #trusted} is not, which is for our own style, script and encoded data. Not thread safe.
 */
final class Html {

    private static final char REPLACEMENT = '\uFFFD';

    private final Appendable out;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Appendable out) {
        this.out = out;
    }

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String tag, String... attributes) {
        lone(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        return trusted("</" + open.pop() + ">");
    }

    /** An element without content and without an end tag, such as {@code meta}. */
    Html lone(String tag, String... attributes) {
        trusted("<" + tag);
        for (int i = 0; i < attributes.length; i += 2) {
            trusted(" " + attributes[i] + "=\"").text(attributes[i + 1]).trusted("\"");
        }
        return trusted(">");
    }

    /** A whole element that holds a text. */
    Html leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A text, escaped. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            append(text, i);
        }
        return this;
    }

    private void append(String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '&' -> trusted("&amp;");
            case '<' -> trusted("&lt;");
            case '>' -> trusted("&gt;");
            case '"' -> trusted("&quot;");
            case '\'' -> trusted("&#39;");
            default -> put(isAllowed(text, at) ? c : REPLACEMENT);
        }
    }

    /** Whether HTML may hold it: no control but tab and line ends, no half of a character. */
    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == '\t' || c == '\n' || c == '\r' || !Character.isISOControl(c);
    }

    private void put(char c) {
        try {
            out.append(c);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own text, as it is. */
    Html trusted(String html) {
        try {
            out.append(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
