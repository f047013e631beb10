package dev.glimprouter.testkit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The scripted engine's tokenizer: words with the space before them, of which the first 64 have
 * numbers.
 */
public final class Words {

    private static final List<String> ODD =
            List.of("", "\n\n", "</think>", "\n", ".\n\nMore", "</", "think", ">", " \u00fc", "<");

    private static final Pattern WORD =
            Pattern.compile("</think>|\n+| ?(?:(?!</think>)\\S)+|\\s", Pattern.DOTALL);

    private Words() {}

    /** The tokens of a text; joined they are the text. */
    public static List<String> split(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * The word of this number, as a babbling model writes it; no. 0 ends the sequence.
     *
     * @param id from 0 to below {@link Distributions#VOCABULARY}
     */
    public static String of(int id) {
        if (id < 0 || id >= Distributions.VOCABULARY) {
            throw new IllegalArgumentException("no word has the number " + id);
        }
        return id < ODD.size() ? ODD.get(id) : " w" + id;
    }

    static int count(String text) {
        return (int) WORD.matcher(text).results().count();
    }
}
