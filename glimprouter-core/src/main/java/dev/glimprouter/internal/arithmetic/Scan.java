package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text on its way to lexemes: how far we are, and what has been found. */
final class Scan {

    final String text;
    final List<Lexeme> lexemes = new ArrayList<>();

    /** The next character. */
    int at;

    /** Whether white space stands before it. */
    boolean spaced;

    /** Whether the sign of a currency stands before it. */
    boolean money;

    Scan(String text) {
        this.text = text;
    }

    @Nullable Lexeme previous() {
        return lexemes.isEmpty() ? null : lexemes.getLast();
    }

    boolean previousIs(Kind kind) {
        Lexeme before = previous();
        return before != null && before.is(kind);
    }

    boolean followsOperand() {
        Lexeme before = previous();
        return !spaced && before != null && before.kind().endsOperand();
    }

    boolean atLineStart() {
        Lexeme before = previous();
        return before == null || before.isBreak("\n");
    }

    /** Whether what ends here, or a word, stands before and what begins an operand behind. */
    boolean between(int end) {
        Lexeme before = previous();
        if (before == null || !(before.kind().endsOperand() || before.is(Kind.WORD))) {
            return false;
        }
        int next = end;
        while (isSpace(next)) {
            next++;
        }
        return next < text.length()
                && (isDigit(next)
                        || "$£€([{".indexOf(text.charAt(next)) >= 0
                        || SignReader.isFraction(text.charAt(next))
                        || (".-−".indexOf(text.charAt(next)) >= 0 && isDigit(next + 1))
                        || text.startsWith("\\frac", next)
                        || text.startsWith("\\$", next));
    }

    boolean followedBy(char c, int index) {
        return index < text.length() && text.charAt(index) == c;
    }

    boolean isSpaceOrEnd(int index) {
        return isSpace(index) || followedBy('\n', index);
    }

    boolean isSpace(int index) {
        return index < text.length()
                && (text.charAt(index) == ' ' || text.charAt(index) == '\u00a0');
    }

    boolean isDigit(int index) {
        return index < text.length() && NumberText.isDigit(text.charAt(index));
    }

    void add(Kind kind, int length) {
        add(kind, length, null);
    }

    void add(Kind kind, int length, Formula.@Nullable Numeral number) {
        String piece = text.substring(at, at + length);
        String word = kind == Kind.WORD ? piece.toLowerCase(Locale.ROOT) : piece;
        lexemes.add(new Lexeme(kind, word, at, at + length, spaced, number));
        at += length;
        spaced = false;
        money = false;
    }

    boolean isInWord(int index) {
        char c = text.charAt(index);
        boolean joint = c == '\'' || c == '’' || c == '-';
        return Character.isLetter(c)
                || (joint
                        && index + 1 < text.length()
                        && Character.isLetter(text.charAt(index + 1)));
    }

    /** Directly behind a number, a parenthesis or the like. */
    boolean tight() {
        Lexeme before = previous();
        return !spaced
                && before != null
                && (before.kind().endsOperand() || before.is(Kind.UNKNOWN));
    }
}
