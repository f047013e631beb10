package dev.glimprouter.eval.internal.math;

import static dev.glimprouter.eval.internal.math.Token.Kind.LETTER;
import static dev.glimprouter.eval.internal.math.Token.Kind.NUMBER;
import static dev.glimprouter.eval.internal.math.Token.Kind.WORD;

import java.util.OptionalInt;

/** Cuts off what stands around a value and does not change it. */
final class Trim {

    private Trim() {}

    /** Without punctuation at the end, and signs at the beginning that lead to a value. */
    static Tokens outer(Tokens tokens) {
        int start = 0;
        int end = tokens.size();
        while (start < end && isLead(tokens.get(start))) {
            start++;
        }
        while (start < end && isPunctuation(tokens.get(end - 1))) {
            end--;
        }
        return tokens.between(start, end);
    }

    private static boolean isLead(Token token) {
        return token.is("=") || token.is(":") || token.is("≈") || token.is(",");
    }

    private static boolean isPunctuation(Token token) {
        return token.is(".") || token.is(",") || token.is(";") || token.is(":");
    }

    /** Without words that say what the value is, up to an equals sign or a colon. */
    static Tokens introduction(Tokens tokens) {
        int words = 0;
        while (words < tokens.size() && tokens.get(words).kind() == WORD) {
            words++;
        }
        boolean introduces =
                words > 0
                        && words < tokens.size() - 1
                        && (tokens.get(words).is("=") || tokens.get(words).is(":"));
        return introduces ? tokens.from(words + 1) : tokens;
    }

    /** Without the units behind a value, such as square inches. */
    static Tokens units(Tokens tokens) {
        int end = tokens.size();
        while (end > 1) {
            int before = beforeUnit(tokens, end);
            if (before == end || before == 0) {
                break;
            }
            end = before;
        }
        return tokens.between(0, end);
    }

    private static int beforeUnit(Tokens tokens, int end) {
        Token last = tokens.get(end - 1);
        if (last.kind() == WORD) {
            Unreadable.unless(
                    !Lexicon.isCondition(last.text()), "holds under a condition in words");
            boolean fraction = end > 2 && tokens.get(end - 2).is("/");
            return fraction || (end > 2 && tokens.get(end - 2).is(".")) ? end - 2 : end - 1;
        }
        if (last.is(".") && end > 1 && tokens.get(end - 2).kind() == WORD) {
            return end - 1;
        }
        int mark = powerMark(tokens, end);
        return mark > 0 && tokens.get(mark - 1).kind() == WORD ? mark : end;
    }

    // The place of the sign of a power that ends there with a plain number, or -1.
    private static int powerMark(Tokens tokens, int end) {
        if (end >= 3 && tokens.get(end - 1).kind() == NUMBER && tokens.get(end - 2).is("^")) {
            return end - 2;
        }
        boolean braced =
                end >= 5
                        && tokens.get(end - 1).is("}")
                        && tokens.get(end - 2).kind() == NUMBER
                        && tokens.get(end - 3).is("{")
                        && tokens.get(end - 4).is("^");
        return braced ? end - 4 : -1;
    }

    /** Whether it only names what follows: x, f(x), x_1, (x, y), an area. */
    static boolean isName(Tokens tokens) {
        if (tokens.isEmpty()) {
            return false;
        }
        if (tokens.list().stream().allMatch(token -> token.kind() == WORD)) {
            return true;
        }
        if (tokens.isBracketed() && tokens.first().is("(")) {
            Tokens inside = tokens.between(1, tokens.size() - 1);
            return inside.find(token -> token.is(",")).isPresent()
                    && inside.split(token -> token.is(",")).stream().allMatch(Trim::isName);
        }
        if (tokens.first().kind() != LETTER || isNumberLetter(tokens.first())) {
            return false;
        }
        OptionalInt bracket = tokens.find(token -> token.is("("));
        if (bracket.isPresent()) {
            return bracket.getAsInt() == 1
                    && tokens.from(1).isBracketed()
                    && tokens.between(2, tokens.size() - 1).list().stream()
                            .allMatch(token -> token.kind() == LETTER || token.is(","));
        }
        return tokens.size() == 1 || (tokens.get(1).is("_") && isSubscript(tokens.from(2)));
    }

    private static boolean isNumberLetter(Token token) {
        return token.text().equals("i") || token.text().equals("e");
    }

    private static boolean isSubscript(Tokens tokens) {
        return tokens.size() == 1 || (tokens.isBracketed() && tokens.first().is("{"));
    }

    /** The variable that a name stands for. */
    static Expression.Variable name(Tokens tokens) {
        OptionalInt bracket = tokens.find(token -> token.is("("));
        boolean function = bracket.isPresent() && bracket.getAsInt() == 1;
        Tokens name = function ? tokens.between(0, 1) : tokens;
        return new Expression.Variable(name.text().replaceAll("[{} ]", ""));
    }
}
