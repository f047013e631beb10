package dev.glimprouter.eval.internal.math;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** A place in LaTeX that moves on as it is read. */
final class LatexText {

    private final String text;
    private int at;

    LatexText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The character here; there has to be one. */
    char here() {
        return text.charAt(at);
    }

    /** Whether this character is here. */
    boolean isHere(char c) {
        return !isAtEnd() && here() == c;
    }

    /** Whether a character of this kind comes behind the one that is here. */
    boolean isNext(IntPredicate kind) {
        return at + 1 < text.length() && kind.test(text.charAt(at + 1));
    }

    /** Whether a number begins here. */
    boolean isAtNumber() {
        return isDigit(here()) || (here() == '.' && isNext(LatexText::isDigit));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The character here, behind which it moves. */
    char take() {
        return text.charAt(at++);
    }

    /** Whether this character was here; it moves behind it. */
    boolean take(char c) {
        boolean was = isHere(c);
        at += was ? 1 : 0;
        return was;
    }

    /** Whether the pattern begins here; it moves behind what matches. */
    boolean take(Pattern pattern) {
        var match = pattern.matcher(text).region(at, text.length());
        boolean was = match.lookingAt();
        at = was ? match.end() : at;
        return was;
    }

    /** All characters of a kind from here on, behind which it moves. */
    String takeWhile(IntPredicate kind) {
        int from = at;
        while (!isAtEnd() && kind.test(here())) {
            at++;
        }
        return text.substring(from, at);
    }

    /** The digits of the number that begins here, behind which it moves. */
    String takeNumber(boolean inBrackets) {
        NumberReader number = NumberReader.at(text, at, inBrackets);
        at = number.end();
        return number.digits();
    }

    /** What stands in braces here, or the next character; blank space before it is left out. */
    String takeArgument() {
        takeWhile(Character::isWhitespace);
        if (isAtEnd()) {
            return "";
        }
        if (here() != '{') {
            return String.valueOf(take());
        }
        int close = Braces.closing(text, at);
        Unreadable.unless(close >= 0, "has an open brace");
        String inner = text.substring(at + 1, close);
        at = close + 1;
        return inner;
    }

    /** All that is left, which it does not move behind. */
    String rest() {
        return text.substring(at);
    }
}
