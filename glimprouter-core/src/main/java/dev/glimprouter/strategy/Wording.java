package dev.glimprouter.strategy;

import dev.glimprouter.glimpse.LikelyToken;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Reads words and digits out of likely tokens; case and outer white space do not count. */
final class Wording {

    private Wording() {}

    /** Probability of yes among yes and no, 0 to 1; empty if neither is likely. */
    static OptionalDouble yes(Opinion.Said said) {
        double yes = of("yes", said.likeliest());
        double both = yes + of("no", said.likeliest());
        return both > 0 ? OptionalDouble.of(yes / both) : OptionalDouble.empty();
    }

    /** Summed probability of the tokens that are this word. */
    static double of(String word, List<LikelyToken> tokens) {
        return tokens.stream()
                .filter(token -> plain(token.text()).equals(word))
                .mapToDouble(LikelyToken::probability)
                .sum();
    }

    /** A token's word. */
    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** The digit that a token is; empty if it is none. */
    static OptionalDouble digit(String text) {
        String word = text.strip();
        boolean isDigit = word.length() == 1 && word.charAt(0) >= '0' && word.charAt(0) <= '9';
        return isDigit ? OptionalDouble.of(word.charAt(0) - '0') : OptionalDouble.empty();
    }
}
