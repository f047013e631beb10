package dev.glimprouter.testkit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The scripted engine's tokenizer: words with the space before them. */
final class Words {

    private static final Pattern WORD =
            Pattern.compile("</think>|\n+| ?(?:(?!</think>)\\S)+|\\s", Pattern.DOTALL);

    private Words() {}

    /** The tokens of a text; joined they are the text. */
    static List<String> split(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    static int count(String text) {
        return (int) WORD.matcher(text).results().count();
    }
}
