package dev.glimprouter.strategy.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a number or a sign of an expression.
 *
 * @param text its text; empty for the end
 * @param at position of its first character, from 1
 */
record Symbol(String text, int at) {

    private static final String SIGNS = "(),=";

    /** The expression's symbols, with one for the end. */
    static List<Symbol> all(String expression) {
        List<Symbol> symbols = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            int end = isSign(expression.charAt(at)) ? at + 1 : wordEnd(expression, at);
            if (end > at) {
                symbols.add(new Symbol(expression.substring(at, end), at + 1));
            }
            at = Math.max(end, at + 1);
        }
        symbols.add(new Symbol("", expression.length() + 1));
        return symbols;
    }

    private static int wordEnd(String expression, int from) {
        int end = from;
        while (end < expression.length()
                && !isSign(expression.charAt(end))
                && !Character.isWhitespace(expression.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSign(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    boolean isEnd() {
        return text.isEmpty();
    }

    /** Whether it is a word or a number. */
    boolean isWord() {
        return !isEnd() && !isSign(text.charAt(0));
    }

    /** How an error names it. */
    String shown() {
        return isEnd() ? "the end" : "'" + text + "'";
    }
}
