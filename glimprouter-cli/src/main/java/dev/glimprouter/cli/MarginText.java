package dev.glimprouter.cli;

import java.util.function.UnaryOperator;

/**
 * Text that arrives in pieces, shown behind a margin and broken between words.
 *
 * <p>A word is held back until it is complete, line breaks until more text follows. Not thread
 * safe.
 */
final class MarginText {

    private static final int LEAST_WIDTH = 20;

    private final Printer printer;
    private final int width;
    private final String edge;
    private final String margin;
    private UnaryOperator<String> paint = UnaryOperator.identity();
    private final StringBuilder word = new StringBuilder();
    private int column;
    private int breaks;
    private int spaces;
    private boolean open;

    /**
     * A writer of stretches.
     *
     * @param columns width of the screen in characters, 0 for lines of any length
     * @param label length of the labels in characters
     */
    MarginText(Printer printer, int columns, int label, Palette palette) {
        this.printer = printer;
        this.width = columns == 0 ? Integer.MAX_VALUE : Math.max(LEAST_WIDTH, columns - label - 3);
        this.edge = palette.dim(" |");
        this.margin = " ".repeat(label) + edge;
    }

    /** Begins a stretch with its label; its text is painted by {@code painter}. */
    void begin(String label, UnaryOperator<String> painter) {
        end();
        paint = painter;
        column = 0;
        open = true;
        printer.print(label + edge);
    }

    /** Whether a stretch was begun and not ended. */
    boolean isOpen() {
        return open;
    }

    /** Adds a piece of the stretch's text, already made visible. */
    void add(String piece) {
        piece.codePoints().forEach(this::add);
    }

    private void add(int c) {
        if (c == '\n') {
            flushWord();
            breaks++;
            spaces = 0;
        } else if (c == ' ') {
            flushWord();
            spaces++;
        } else {
            word.appendCodePoint(c);
            if (word.length() >= width) {
                flushWord();
            }
        }
    }

    /** Ends the stretch's last line; white space at its end is not shown. */
    void end() {
        if (open) {
            flushWord();
            printer.print("\n");
        }
        open = false;
        breaks = 0;
        spaces = 0;
    }

    private void flushWord() {
        if (word.isEmpty()) {
            return;
        }
        int length = word.codePointCount(0, word.length());
        StringBuilder shown = new StringBuilder();
        if (breaks > 0 && column > 0) {
            shown.append(("\n" + margin).repeat(breaks));
            column = 0;
        } else if (column > 0 && column + spaces + length > width) {
            shown.append("\n").append(margin);
            column = 0;
            spaces = 0;
        }
        if (column == 0) {
            shown.append(' ');
        }
        shown.append(" ".repeat(spaces)).append(paint.apply(word.toString()));
        column += spaces + length;
        breaks = 0;
        spaces = 0;
        word.setLength(0);
        printer.print(shown.toString());
    }
}
