package dev.glimprouter.template;

import dev.glimprouter.template.Piece.TemplateText;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the head of a prompt end with the opening of the reasoning, exactly once.
 *
 * <p>Only the template's own text at the very end counts; what a message says does not. An opening
 * that the template wrote is brought to this form. A thinking block that it opened and closed
 * without content, or a bare closing, is how templates switch thinking off: the opening replaces
 * it, so that the model sees what it was trained on.
 */
public final class ThinkOpening {
    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private ThinkOpening() {}

    /**
     * The head with its end brought to an opening; idempotent.
     *
     * @param head a rendered conversation that ends with the opening of an assistant turn
     * @param opening how the reasoning opens, usually {@code <think>\n}; empty for not at all
     */
    public static List<Piece> open(List<Piece> head, String opening) {
        List<Piece> opened = new ArrayList<>(head);
        String tail = "";
        if (!opened.isEmpty() && opened.getLast() instanceof TemplateText last) {
            opened.removeLast();
            tail = withoutThinking(last.text());
        }
        if (!tail.isEmpty() || !opening.isEmpty()) {
            opened.add(new TemplateText(tail + opening));
        }
        return List.copyOf(opened);
    }

    /** The end of a head without an opening of the reasoning, for an answer that has none. */
    static String leaveOut(String tail) {
        return withoutThinking(tail);
    }

    /** The text without an opening, an empty thinking block or a bare closing at its end. */
    private static String withoutThinking(String text) {
        String end = text.stripTrailing();
        if (end.endsWith(OPEN)) {
            return cut(end, OPEN);
        }
        if (!end.endsWith(CLOSE)) {
            return text;
        }
        String inside = cut(end, CLOSE);
        String before = inside.stripTrailing();
        if (before.endsWith(OPEN)) {
            return cut(before, OPEN);
        }
        boolean closesThoughts = inside.lastIndexOf(OPEN) > inside.lastIndexOf(CLOSE);
        return closesThoughts ? text : inside;
    }

    private static String cut(String text, String suffix) {
        return text.substring(0, text.length() - suffix.length());
    }
}
