package dev.glimprouter.cli;

import dev.glimprouter.reasoning.Writer;

/**
 * The colours of the display; none of them carries meaning alone.
 *
 * @param colour whether to colour at all
 */
record Palette(boolean colour) {

    private static final String RESET = "\u001b[0m";

    /** Text by {@code writer}: small in cyan, large in yellow, told apart by colour-blind eyes. */
    String by(Writer writer, String text) {
        return paint(writer == Writer.SMALL ? "36" : "33", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
