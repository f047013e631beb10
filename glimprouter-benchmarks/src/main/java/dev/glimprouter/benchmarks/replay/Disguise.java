package dev.glimprouter.benchmarks.replay;

/**
 * Text as the router sees it in a replay: no tag that a model happens to write ends anything, and
 * no two steps are equal. It is taken off before an engine sees the text.
 */
final class Disguise {

    private static final char ANGLE = '\uE000';
    private static final char FIRST_MARK = '\uE001';
    private static final char LAST_MARK = '\uF8FF';

    private Disguise() {}

    static String put(String text) {
        return text.replace('<', ANGLE);
    }

    /** A character that tells a step from all others. */
    static String mark(int step) {
        return Character.toString(FIRST_MARK + step % (LAST_MARK - FIRST_MARK));
    }

    static String takeOff(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ANGLE) {
                plain.append('<');
            } else if (c < FIRST_MARK || c > LAST_MARK) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
