package dev.glimprouter.cli;

/**
 * Makes control characters visible, so that no text of a model or a file can steer the terminal.
 *
 * <p>Line breaks stay. A tab becomes spaces. C0 controls become their pictures (U+2400 and on), C1
 * controls and characters that change the direction of text become {@code <U+009B>}.
 */
final class Visible {

    private static final String TAB = "    ";
    private static final char PICTURES = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';

    private Visible() {}

    /** The text with every control character but the line break made visible. */
    static String text(String text) {
        if (text.chars().allMatch(c -> c == '\n' || isPlain((char) c))) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> append(shown, (char) c));
        return shown.toString();
    }

    /** The same on one line. */
    static String line(String text) {
        return text(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static void append(StringBuilder shown, char c) {
        if (c == '\n' || isPlain(c)) {
            shown.append(c);
        } else if (c == '\t') {
            shown.append(TAB);
        } else if (c < ' ') {
            shown.append((char) (PICTURES + c));
        } else if (c == '\u007f') {
            shown.append(PICTURE_OF_DELETE);
        } else {
            shown.append("<U+%04X>".formatted((int) c));
        }
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && !(c >= '\u007f' && c <= '\u009f') && !turnsText(c);
    }

    private static boolean turnsText(char c) {
        return (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u2028'
                || c == '\u2029';
    }
}
