package dev.glimprouter.eval.internal.math;

import java.util.Arrays;
import java.util.List;

/** Compares an answer with one that is words, such as a name or the letter of an option. */
final class WordsJudge {

    private WordsJudge() {}

    static Verdict compare(String right, Tokens answer) {
        String given =
                WordsReader.isWords(answer)
                        ? WordsReader.read(answer).text()
                        : WordsReader.letters(answer);
        if (joined(given).equals(joined(right))) {
            return Verdict.equal("It is the right word.");
        }
        List<String> words = Arrays.asList(given.split(" ", -1));
        boolean option = right.length() == 1 && answer.first().is("(") && words.size() > 1;
        if (option && words.getFirst().length() == 1) {
            return words.getFirst().equals(right)
                    ? Verdict.equal("It names the right option.")
                    : Verdict.different("It names another option.");
        }
        return (" " + given + " ").contains(" " + right + " ")
                ? Verdict.unknown("It has the right word among others.")
                : Verdict.different("It is not the right word.");
    }

    private static String joined(String words) {
        return words.replace(" ", "");
    }
}
