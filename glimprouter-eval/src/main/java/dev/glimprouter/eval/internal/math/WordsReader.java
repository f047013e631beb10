package dev.glimprouter.eval.internal.math;

import static dev.glimprouter.eval.internal.math.Token.Kind.WORD;

import java.util.Locale;
import java.util.stream.Collectors;

/** Reads answers that are words. */
final class WordsReader {

    private static final String PUNCTUATION = "()[]{}.,'-?!:;/";

    private WordsReader() {}

    /** Whether nothing but words stands there. */
    static boolean isWords(Tokens tokens) {
        return tokens.any(token -> token.kind() == WORD)
                && tokens.list().stream().allMatch(WordsReader::mayStandAmongWords);
    }

    private static boolean mayStandAmongWords(Token token) {
        return switch (token.kind()) {
            case WORD -> true;
            case LETTER -> token.text().equals("I");
            case SIGN -> PUNCTUATION.contains(token.text());
            default -> false;
        };
    }

    static Answer.Words read(Tokens tokens) {
        return new Answer.Words(
                tokens.list().stream()
                        .filter(token -> token.kind() == WORD)
                        .map(Token::text)
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT));
    }

    /** The letters and digits of anything, as words; letters side by side are one word. */
    static String letters(Tokens tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens.list()) {
            boolean plain = token.kind() != Token.Kind.SIGN;
            if (token.spaced() || !plain || token.kind() == WORD) {
                text.append(' ');
            }
            text.append(plain ? token.text().toLowerCase(Locale.ROOT) : "");
        }
        return text.toString().strip().replaceAll(" +", " ");
    }
}
