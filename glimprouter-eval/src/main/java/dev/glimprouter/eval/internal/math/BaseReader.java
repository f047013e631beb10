package dev.glimprouter.eval.internal.math;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads whole numbers with the base of their digits behind them. */
final class BaseReader {

    private BaseReader() {}

    /** Whether all of it is one number with its base. */
    static boolean isInBase(Tokens tokens) {
        OptionalInt mark = tokens.find(token -> token.is("_"));
        if (mark.isEmpty() || mark.getAsInt() == 0) {
            return false;
        }
        Tokens front = tokens.between(0, mark.getAsInt());
        Tokens base = unbraced(tokens.from(mark.getAsInt() + 1));
        return base.size() == 1
                && base.first().kind() == Token.Kind.NUMBER
                && base.first().text().matches("[1-9]\\d?")
                && front.any(token -> token.kind() == Token.Kind.NUMBER)
                && front.list().stream().allMatch(BaseReader::mayBeDigits)
                && areDigits(digits(front), Integer.parseInt(base.first().text()));
    }

    private static boolean mayBeDigits(Token token) {
        return switch (token.kind()) {
            case NUMBER, WORD -> true;
            case LETTER -> Character.isUpperCase(token.text().charAt(0));
            default -> false;
        };
    }

    private static boolean areDigits(String digits, int base) {
        return base >= 2
                && base <= Character.MAX_RADIX
                && digits.chars().allMatch(c -> Character.digit(c, base) >= 0);
    }

    /** Reads what is a number with its base. */
    static Answer read(Tokens tokens) {
        int mark = tokens.find(token -> token.is("_")).orElseThrow();
        int base = Integer.parseInt(unbraced(tokens.from(mark + 1)).first().text());
        return new Answer.InBase(digits(tokens.between(0, mark)), base);
    }

    private static String digits(Tokens tokens) {
        return tokens.list().stream()
                .map(Token::text)
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    private static Tokens unbraced(Tokens tokens) {
        return tokens.isBracketed() && tokens.first().is("{")
                ? tokens.between(1, tokens.size() - 1)
                : tokens;
    }
}
