package dev.glimprouter.internal.arithmetic;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text: a number, a word or a sign.
 *
 * @param text the word in lower case, or the text as it stands
 * @param start where it begins, in characters
 * @param end where it ends, exclusive
 * @param spaced whether white space stands before it
 * @param number what a number is; null for all else
 */
record Lexeme(
        Kind kind,
        String text,
        int start,
        int end,
        boolean spaced,
        Formula.@Nullable Numeral number) {

    enum Kind {
        NUMBER,
        WORD,
        PLUS,
        MINUS,
        TIMES,
        OVER,
        POWER,
        PERCENT,
        FRACTION,
        OPEN,
        CLOSE,
        EQUAL,
        ABOUT,
        /** Where an expression cannot go on: punctuation, the end of a line. */
        BREAK,
        /** A sign that we do not know: nothing that touches it is judged. */
        UNKNOWN;

        boolean isOperator() {
            return this == PLUS || this == MINUS || this == TIMES || this == OVER || this == POWER;
        }

        boolean isEquality() {
            return this == EQUAL || this == ABOUT;
        }

        boolean beginsOperand() {
            return this == NUMBER || this == OPEN || this == FRACTION;
        }

        boolean endsOperand() {
            return this == NUMBER || this == CLOSE || this == PERCENT;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isWord(String wanted) {
        return kind == Kind.WORD && text.equals(wanted);
    }

    boolean isBreak(String wanted) {
        return kind == Kind.BREAK && text.equals(wanted);
    }
}
