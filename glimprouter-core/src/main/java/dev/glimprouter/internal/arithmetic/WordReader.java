package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;

import java.util.Locale;

/** Reads words, and words that are signs. */
final class WordReader {

    private final Scan scan;
    private boolean variableX;

    WordReader(Scan scan) {
        this.scan = scan;
    }

    void read() {
        int end = scan.at + 1;
        while (end < scan.text.length() && scan.isInWord(end)) {
            end++;
        }
        String word = scan.text.substring(scan.at, end).toLowerCase(Locale.ROOT);
        int by = scan.text.startsWith(" by ", end) ? end + 3 : -1;
        Kind kind =
                switch (word) {
                    case "plus" -> scan.between(end) ? Kind.PLUS : Kind.WORD;
                    case "minus" -> scan.between(end) ? Kind.MINUS : Kind.WORD;
                    case "times" -> scan.between(end) ? Kind.TIMES : Kind.WORD;
                    case "multiplied" -> by > 0 && scan.between(by) ? Kind.TIMES : Kind.WORD;
                    case "divided" -> by > 0 && scan.between(by) ? Kind.OVER : Kind.WORD;
                    case "percent" -> scan.previousIs(Kind.NUMBER) ? Kind.PERCENT : Kind.WORD;
                    case "x" -> crossOrVariable(end);
                    case "a", "i" -> scan.tight() ? Kind.UNKNOWN : Kind.WORD;
                    default -> ordinary(word, end);
                };
        boolean two = by > 0 && (kind == Kind.TIMES || kind == Kind.OVER);
        scan.add(kind, (two ? by : end) - scan.at);
    }

    private Kind ordinary(String word, int end) {
        boolean joined =
                end < scan.text.length() && (scan.isDigit(end) || scan.text.charAt(end) == '_');
        if (joined || (scan.tight() && !Measures.isAbbreviation(word))) {
            return Kind.UNKNOWN;
        }
        return word.length() == 1 && !scan.tight() ? Kind.UNKNOWN : Kind.WORD;
    }

    /** An x between two operands is a cross, unless it might be 3x² or 0x10. */
    private Kind crossOrVariable(int end) {
        if (!scan.between(end) || variableX) {
            variableX = true;
            return Kind.UNKNOWN;
        }
        if (scan.spaced || scan.isSpace(end) || scan.previousIs(Kind.CLOSE)) {
            return Kind.TIMES;
        }
        Lexeme left = scan.previous();
        if (left != null && left.text().equals("0")) {
            return Kind.UNKNOWN;
        }
        NumberText right = NumberText.at(scan.text, end);
        String digits = scan.text.substring(end, end + right.length());
        boolean power =
                (digits.isEmpty() && scan.text.charAt(end) != '$') || digits.matches("[23]");
        return power ? Kind.UNKNOWN : Kind.TIMES;
    }
}
