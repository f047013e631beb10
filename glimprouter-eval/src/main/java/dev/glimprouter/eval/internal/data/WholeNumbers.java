package dev.glimprouter.eval.internal.data;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as the answers of datasets write them. */
final class WholeNumbers {

    private static final int MOST_DIGITS = 400;
    private static final Pattern NUMBER =
            Pattern.compile("\\$?\\s*([+-]?)(\\d[\\d,]*)(?:\\^\\{?\\\\circ}?|°)?\\s*\\$?");

    private WholeNumbers() {}

    /** The number, without leading zeros, thousands marks and degrees; empty if it is none. */
    static Optional<BigInteger> read(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (text.length() > MOST_DIGITS || !matcher.matches()) {
            return Optional.empty();
        }
        String sign = matcher.group(1).equals("-") ? "-" : "";
        return Optional.of(new BigInteger(sign + matcher.group(2).replace(",", "")));
    }

    /** The same where it has to be one. */
    static BigInteger require(String text) {
        return read(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the answer \"%s\" is no whole number".formatted(text)));
    }
}
