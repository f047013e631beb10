package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text into lexemes, in one pass. */
final class Lexer {

    private static final String HALVES = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞";
    private static final int[] HALVES_OVER = {12, 13, 23, 14, 34, 15, 25, 35, 45, 16, 18, 38, 58, 78};

    private final String text;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    private boolean spaced;
    private boolean money;
    private boolean variableX;

    private Lexer(String text) {
        this.text = text;
    }

    /** The text without what LaTeX needs around the commas of thousands. */
    static String prepared(String text) {
        return text.replace("{,}", ",").replace(",\\!", ",");
    }

    static List<Lexeme> lex(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        return lexer.lexemes;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            add(Kind.BREAK, 1);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at++;
            spaced = true;
        } else if (isDigit(at) || c == '.' && isDigit(at + 1) && !followsOperand()) {
            number();
        } else if (Character.isLetter(c)) {
            word();
        } else if (c == '\\') {
            latex();
        } else {
            sign(c);
        }
    }

    // Numbers

    private void number() {
        NumberText number = NumberText.at(text, at);
        boolean afterLetters = !spaced && previousIs(Kind.UNKNOWN);
        if (number.value() == null || afterLetters) {
            add(Kind.UNKNOWN, number.length());
            return;
        }
        Formula.Number value =
                new Formula.Number(number.value(), number.decimals(), money);
        add(Kind.NUMBER, number.length(), value);
    }

    private void half(char c) {
        int parts = HALVES_OVER[HALVES.indexOf(c)];
        Rational value = Rational.of(parts / 10).over(Rational.of(parts % 10));
        Lexeme whole = previous();
        if (whole != null && whole.is(Kind.NUMBER) && whole.number() != null && !spaced) {
            lexemes.removeLast();
            at = whole.start();
            spaced = whole.spaced();
            Formula.Number number = whole.number();
            add(
                    Kind.NUMBER,
                    whole.end() - whole.start() + 1,
                    new Formula.Number(number.value().plus(value), 0, number.money()));
        } else {
            add(Kind.NUMBER, 1, new Formula.Number(value, 0, money));
        }
    }

    // Words

    private void word() {
        int end = at + 1;
        while (end < text.length() && isInWord(end)) {
            end++;
        }
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        int by = text.startsWith(" by ", end) ? end + 3 : -1;
        Kind kind =
                switch (word) {
                    case "plus" -> between(end) ? Kind.PLUS : Kind.WORD;
                    case "minus" -> between(end) ? Kind.MINUS : Kind.WORD;
                    case "times" -> between(end) ? Kind.TIMES : Kind.WORD;
                    case "multiplied" -> by > 0 && between(by) ? Kind.TIMES : Kind.WORD;
                    case "divided" -> by > 0 && between(by) ? Kind.OVER : Kind.WORD;
                    case "percent" -> previousIs(Kind.NUMBER) ? Kind.PERCENT : Kind.WORD;
                    case "x" -> crossOrVariable(end);
                    case "a", "i" -> tight() ? Kind.UNKNOWN : Kind.WORD;
                    default -> ordinary(word, end);
                };
        boolean two = by > 0 && (kind == Kind.TIMES || kind == Kind.OVER);
        add(kind, (two ? by : end) - at);
    }

    private Kind ordinary(String word, int end) {
        boolean joined = end < text.length() && (isDigit(end) || text.charAt(end) == '_');
        if (joined || tight() && !Measures.isAbbreviation(word)) {
            return Kind.UNKNOWN;
        }
        return word.length() == 1 && !tight() ? Kind.UNKNOWN : Kind.WORD;
    }

    /** An x between two operands is a cross, unless it might be 3x². */
    private Kind crossOrVariable(int end) {
        if (!between(end) || variableX) {
            variableX = true;
            return Kind.UNKNOWN;
        }
        if (spaced || isSpace(end) || previousIs(Kind.CLOSE)) {
            return Kind.TIMES;
        }
        NumberText right = NumberText.at(text, end);
        String digits = text.substring(end, end + right.length());
        boolean power = digits.isEmpty() && text.charAt(end) != '$' || digits.matches("[23]");
        return power ? Kind.UNKNOWN : Kind.TIMES;
    }

    private boolean isInWord(int index) {
        char c = text.charAt(index);
        boolean joint = c == '\'' || c == '’' || c == '-';
        return Character.isLetter(c)
                || joint && index + 1 < text.length() && Character.isLetter(text.charAt(index + 1));
    }

    /** Directly behind a number, a parenthesis or the like. */
    private boolean tight() {
        Lexeme before = previous();
        return !spaced
                && before != null
                && (before.kind().endsOperand() || before.is(Kind.UNKNOWN));
    }

    // LaTeX

    private void latex() {
        int end = at + 1;
        while (end < text.length() && isAsciiLetter(text.charAt(end))) {
            end++;
        }
        if (end == at + 1) {
            end = Math.min(text.length(), end + 1);
        }
        String command = text.substring(at + 1, end);
        switch (LatexCommand.of(command)) {
            case TIMES -> add(Kind.TIMES, end - at);
            case OVER -> add(Kind.OVER, end - at);
            case ABOUT -> add(Kind.ABOUT, end - at);
            case PERCENT -> add(Kind.PERCENT, end - at);
            case BREAK -> add(Kind.BREAK, end - at);
            case UNKNOWN -> add(Kind.UNKNOWN, end - at);
            case FRACTION -> add(followedBy('{', end) ? Kind.FRACTION : Kind.UNKNOWN, end - at);
            case SPACE -> {
                at = end;
                spaced = true;
            }
            case NOTHING -> at = end;
            case MONEY -> {
                at = end;
                money = true;
            }
            case WORDS -> words(end);
            case ENVIRONMENT -> {
                int close = text.indexOf('}', end);
                add(Kind.BREAK, (close < 0 ? end : close + 1) - at);
            }
        }
    }

    /** The words in braces behind a command such as text. */
    private void words(int from) {
        int close = followedBy('{', from) ? text.indexOf('}', from) : -1;
        if (close < 0) {
            add(Kind.UNKNOWN, from - at);
            return;
        }
        at = from + 1;
        spaced = true;
        while (at < close) {
            if (Character.isLetter(text.charAt(at))) {
                int end = at + 1;
                while (end < close && isInWord(end)) {
                    end++;
                }
                add(Kind.WORD, end - at);
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
                spaced = true;
            } else {
                add(Kind.UNKNOWN, 1);
            }
        }
        spaced = true;
        at = close + 1;
    }

    // Signs

    private void sign(char c) {
        switch (c) {
            case '+' -> operator(Kind.PLUS, 1);
            case '-', '−', '–' -> dash();
            case '*' -> star();
            case '×', '·', '∙', '⋅', '∗', '✕', '✖' -> add(Kind.TIMES, 1);
            case '/', '÷', '∕', '⁄' -> add(text.startsWith("//", at) ? Kind.UNKNOWN : Kind.OVER, 1);
            case '^' -> power();
            case '²', '³' -> superscript(c);
            case '(', '[', '{' -> add(Kind.OPEN, 1);
            case ')', ']', '}' -> add(Kind.CLOSE, 1);
            case '%' -> add(previousIs(Kind.NUMBER) || previousIs(Kind.CLOSE) ? Kind.PERCENT : Kind.UNKNOWN, 1);
            case '$', '£', '€' -> {
                at++;
                money = true;
            }
            case '=' -> equal();
            case '≈', '≅', '≃' -> add(Kind.ABOUT, 1);
            case '~' -> add(previousIs(Kind.EQUAL) ? Kind.ABOUT : Kind.UNKNOWN, 1);
            case '<', '>', '!', ':', '.' -> punctuation(c);
            case ',', ';', '?', '"', '“', '”', '‘', '’', '\'', '|', '`', '—', '→', '⇒', '≤', '≥', '≠', '•', '∴' ->
                    add(Kind.BREAK, 1);
            case '°', '&' -> at++;
            default -> {
                if (HALVES.indexOf(c) >= 0) {
                    half(c);
                } else {
                    add(Kind.UNKNOWN, 1);
                }
            }
        }
    }

    private void operator(Kind kind, int length) {
        boolean bullet = atLineStart() && isSpace(at + length);
        add(bullet ? Kind.BREAK : kind, length);
    }

    private void dash() {
        if (text.startsWith("->", at)) {
            add(Kind.BREAK, 2);
        } else if (text.startsWith("--", at)) {
            add(Kind.BREAK, 2);
        } else {
            operator(Kind.MINUS, 1);
        }
    }

    /** A cross, a power, or emphasis, which is nothing. */
    private void star() {
        int length = text.startsWith("**", at) ? 2 : 1;
        boolean joins = between(at + length) && spaced == isSpace(at + length);
        if (joins || length == 1 && between(at + 1)) {
            add(length == 2 ? Kind.POWER : Kind.TIMES, length);
        } else if (atLineStart() && length == 1) {
            add(Kind.BREAK, length);
        } else if (length == 1 && spaced && isSpace(at + 1)) {
            add(Kind.TIMES, length);
        } else {
            at += length;
        }
    }

    private void power() {
        String rest = text.substring(at + 1, Math.min(text.length(), at + 8));
        if (rest.startsWith("\\circ")) {
            at += 6;
        } else if (rest.startsWith("{\\circ}")) {
            at += 8;
        } else {
            add(Kind.POWER, 1);
        }
    }

    private void superscript(char c) {
        if (previousIs(Kind.WORD)) {
            at++;
        } else if (!spaced && (previousIs(Kind.NUMBER) || previousIs(Kind.CLOSE))) {
            add(Kind.POWER, 0);
            add(
                    Kind.NUMBER,
                    1,
                    new Formula.Number(Rational.of(c == '²' ? 2 : 3), 0, false));
        } else {
            add(Kind.UNKNOWN, 1);
        }
    }

    private void equal() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        boolean arrow = end < text.length() && "><".indexOf(text.charAt(end)) >= 0;
        add(arrow || end - at > 2 ? Kind.BREAK : Kind.EQUAL, end - at + (arrow ? 1 : 0));
    }

    private void punctuation(char c) {
        boolean closing = !spaced && (previousIs(Kind.NUMBER) || previousIs(Kind.CLOSE));
        if (c != '.' && text.startsWith("=", at + 1)) {
            add(c == ':' ? Kind.UNKNOWN : Kind.BREAK, 2);
        } else if (c == ':') {
            boolean ratio = previousIs(Kind.NUMBER) && (spaced || !isSpace(at + 1));
            add(ratio ? Kind.UNKNOWN : Kind.BREAK, 1);
        } else if (c == '!') {
            add(closing ? Kind.UNKNOWN : Kind.BREAK, 1);
        } else if (text.startsWith("...", at)) {
            ellipsis(closing);
        } else {
            add(Kind.BREAK, 1);
        }
    }

    /** Behind decimals it is part of the number. */
    private void ellipsis(boolean closing) {
        Lexeme before = previous();
        if (closing && before != null && before.number() != null && before.number().decimals() > 0) {
            at += 3;
        } else {
            add(Kind.UNKNOWN, 3);
        }
    }

    // Where we are

    private @Nullable Lexeme previous() {
        return lexemes.isEmpty() ? null : lexemes.getLast();
    }

    private boolean previousIs(Kind kind) {
        Lexeme before = previous();
        return before != null && before.is(kind);
    }

    private boolean followsOperand() {
        Lexeme before = previous();
        return !spaced && before != null && before.kind().endsOperand();
    }

    private boolean atLineStart() {
        Lexeme before = previous();
        return before == null || before.isBreak("\n");
    }

    /** Whether what ends here, or a word, stands before and what begins an operand behind. */
    private boolean between(int end) {
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
                        || HALVES.indexOf(text.charAt(next)) >= 0
                        || ".-−".indexOf(text.charAt(next)) >= 0 && isDigit(next + 1)
                        || text.startsWith("\\frac", next)
                        || text.startsWith("\\$", next));
    }

    private boolean followedBy(char c, int index) {
        return index < text.length() && text.charAt(index) == c;
    }

    private boolean isSpace(int index) {
        return index < text.length()
                && (text.charAt(index) == ' ' || text.charAt(index) == '\u00a0');
    }

    private boolean isDigit(int index) {
        return index < text.length() && NumberText.isDigit(text.charAt(index));
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void add(Kind kind, int length) {
        add(kind, length, null);
    }

    private void add(Kind kind, int length, Formula.@Nullable Number number) {
        String piece = text.substring(at, at + length);
        String word = kind == Kind.WORD ? piece.toLowerCase(Locale.ROOT) : piece;
        lexemes.add(new Lexeme(kind, word, at, at + length, spaced, number));
        at += length;
        spaced = false;
        money = false;
    }
}
