package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.List;

/** Cuts text into lexemes, in one pass. */
final class Lexer {

    private final Scan scan;
    private final WordReader words;
    private final LatexReader latex;
    private final SignReader signs;

    private Lexer(String text) {
        scan = new Scan(text);
        words = new WordReader(scan);
        latex = new LatexReader(scan);
        signs = new SignReader(scan);
    }

    /** The text without what LaTeX needs around the commas of thousands. */
    static String prepared(String text) {
        return text.replace("{,}", ",").replace(",\\!", ",");
    }

    static List<Lexeme> lex(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.scan.at < text.length()) {
            lexer.next();
        }
        return lexer.scan.lexemes;
    }

    private void next() {
        char c = scan.text.charAt(scan.at);
        if (c == '\n') {
            scan.add(Kind.BREAK, 1);
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            scan.at++;
            scan.spaced = true;
        } else if (scan.isDigit(scan.at) || isPoint(c)) {
            number();
        } else if (Character.isLetter(c)) {
            words.read();
        } else if (c == '\\') {
            latex.read();
        } else {
            signs.read(c);
        }
    }

    private boolean isPoint(char c) {
        return c == '.' && scan.isDigit(scan.at + 1) && !scan.followsOperand();
    }

    private void number() {
        NumberText number = NumberText.at(scan.text, scan.at);
        boolean afterLetters = !scan.spaced && scan.previousIs(Kind.UNKNOWN);
        if (number.value() == null || afterLetters) {
            scan.add(Kind.UNKNOWN, number.length());
            return;
        }
        Formula.Numeral value = new Formula.Numeral(number.value(), number.decimals(), scan.money);
        scan.add(Kind.NUMBER, number.length(), value);
    }
}
