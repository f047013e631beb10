package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;
import dev.glimprouter.internal.rational.Rational;

import java.util.Objects;

/** Reads signs and punctuation. */
final class SignReader {

    private static final String FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞";
    private static final int[] FRACTIONS_OVER = {
        12, 13, 23, 14, 34, 15, 25, 35, 45, 16, 18, 38, 58, 78
    };

    private final Scan scan;

    SignReader(Scan scan) {
        this.scan = scan;
    }

    void read(char c) {
        switch (c) {
            case '+' -> operator(Kind.PLUS, 1);
            case '-', '−', '–' -> dash();
            case '*' -> star();
            case '×', '·', '∙', '⋅', '∗', '✕', '✖' -> scan.add(Kind.TIMES, 1);
            case '/', '÷', '∕', '⁄' ->
                    scan.add(scan.text.startsWith("//", scan.at) ? Kind.UNKNOWN : Kind.OVER, 1);
            case '^' -> power();
            case '²', '³' -> superscript(c);
            case '(', '[', '{' -> scan.add(Kind.OPEN, 1);
            case ')', ']', '}' -> scan.add(Kind.CLOSE, 1);
            case '%' ->
                    scan.add(
                            scan.previousIs(Kind.NUMBER) || scan.previousIs(Kind.CLOSE)
                                    ? Kind.PERCENT
                                    : Kind.UNKNOWN,
                            1);
            case '$', '£', '€' -> {
                scan.at++;
                scan.money = true;
            }
            case '=' -> equal();
            case '≈', '≅', '≃' -> scan.add(Kind.ABOUT, 1);
            case '~' -> scan.add(scan.previousIs(Kind.EQUAL) ? Kind.ABOUT : Kind.UNKNOWN, 1);
            case '<', '>', '!', ':', '.' -> punctuation(c);
            case ',',
                    ';',
                    '?',
                    '"',
                    '“',
                    '”',
                    '‘',
                    '’',
                    '\'',
                    '|',
                    '`',
                    '—',
                    '→',
                    '⇒',
                    '≤',
                    '≥',
                    '≠',
                    '•',
                    '∴' ->
                    scan.add(Kind.BREAK, 1);
            case '°', '&' -> scan.at++;
            default -> {
                if (isFraction(c)) {
                    fraction(c);
                } else {
                    scan.add(Kind.UNKNOWN, 1);
                }
            }
        }
    }

    /** Whether it is a fraction in one character. */
    static boolean isFraction(char c) {
        return FRACTIONS.indexOf(c) >= 0;
    }

    private void fraction(char c) {
        int parts = FRACTIONS_OVER[FRACTIONS.indexOf(c)];
        Rational value = Rational.of(parts / 10, parts % 10);
        Lexeme whole = scan.previous();
        if (whole != null && isWhole(whole) && !scan.spaced) {
            scan.lexemes.removeLast();
            scan.at = whole.start();
            scan.spaced = whole.spaced();
            Formula.Numeral number = Objects.requireNonNull(whole.number());
            scan.add(
                    Kind.NUMBER,
                    whole.end() - whole.start() + 1,
                    new Formula.Numeral(number.value().plus(value), 0, number.money()));
        } else {
            scan.add(Kind.NUMBER, 1, new Formula.Numeral(value, 0, scan.money));
        }
    }

    private static boolean isWhole(Lexeme lexeme) {
        Formula.Numeral number = lexeme.number();
        return number != null && number.decimals() == 0 && number.value().isWhole();
    }

    private void operator(Kind kind, int length) {
        boolean bullet = scan.atLineStart() && scan.isSpace(scan.at + length);
        scan.add(bullet ? Kind.BREAK : kind, length);
    }

    private void dash() {
        if (scan.text.startsWith("->", scan.at) || scan.text.startsWith("--", scan.at)) {
            scan.add(Kind.BREAK, 2);
        } else {
            operator(Kind.MINUS, 1);
        }
    }

    /** A cross, a power, or emphasis, which is nothing. */
    private void star() {
        int length = scan.text.startsWith("**", scan.at) ? 2 : 1;
        boolean joins =
                scan.between(scan.at + length) && scan.spaced == scan.isSpace(scan.at + length);
        if (joins || (length == 1 && scan.between(scan.at + 1))) {
            scan.add(length == 2 ? Kind.POWER : Kind.TIMES, length);
        } else if (scan.atLineStart() && length == 1) {
            scan.add(Kind.BREAK, length);
        } else if (length == 1 && scan.spaced && scan.isSpaceOrEnd(scan.at + 1)) {
            scan.add(Kind.TIMES, length);
        } else {
            scan.at += length;
        }
    }

    private void power() {
        String rest = scan.text.substring(scan.at + 1, Math.min(scan.text.length(), scan.at + 8));
        if (rest.startsWith("\\circ")) {
            scan.at += 6;
        } else if (rest.startsWith("{\\circ}")) {
            scan.at += 8;
        } else {
            scan.add(Kind.POWER, 1);
        }
    }

    private void superscript(char c) {
        if (scan.previousIs(Kind.WORD)) {
            scan.at++;
        } else if (!scan.spaced && (scan.previousIs(Kind.NUMBER) || scan.previousIs(Kind.CLOSE))) {
            scan.add(Kind.POWER, 0);
            scan.add(Kind.NUMBER, 1, new Formula.Numeral(Rational.of(c == '²' ? 2 : 3), 0, false));
        } else {
            scan.add(Kind.UNKNOWN, 1);
        }
    }

    private void equal() {
        int end = scan.at;
        while (end < scan.text.length() && scan.text.charAt(end) == '=') {
            end++;
        }
        boolean arrow = end < scan.text.length() && "><".indexOf(scan.text.charAt(end)) >= 0;
        scan.add(
                arrow || end - scan.at > 2 ? Kind.BREAK : Kind.EQUAL,
                end - scan.at + (arrow ? 1 : 0));
    }

    private void punctuation(char c) {
        boolean closing =
                !scan.spaced && (scan.previousIs(Kind.NUMBER) || scan.previousIs(Kind.CLOSE));
        if (c != '.' && scan.text.startsWith("=", scan.at + 1)) {
            scan.add(c == ':' ? Kind.UNKNOWN : Kind.BREAK, 2);
        } else if (c == ':') {
            boolean ratio =
                    scan.previousIs(Kind.NUMBER) && (scan.spaced || !scan.isSpace(scan.at + 1));
            scan.add(ratio ? Kind.UNKNOWN : Kind.BREAK, 1);
        } else if (c == '!') {
            scan.add(closing ? Kind.UNKNOWN : Kind.BREAK, 1);
        } else if (scan.text.startsWith("...", scan.at)) {
            ellipsis(closing);
        } else {
            scan.add(Kind.BREAK, 1);
        }
    }

    /** Behind decimals it is part of the number. */
    private void ellipsis(boolean closing) {
        Lexeme before = scan.previous();
        if (closing
                && before != null
                && before.number() != null
                && before.number().decimals() > 0) {
            scan.at += 3;
        } else {
            scan.add(Kind.UNKNOWN, 3);
        }
    }
}
