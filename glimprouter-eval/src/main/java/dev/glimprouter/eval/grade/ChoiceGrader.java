package dev.glimprouter.eval.grade;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Grades the letter of an option, in a box or after "answer", in either case and with or without
 * brackets. A text without an answer is wrong; an answer that is no letter is unscored.
 */
public final class ChoiceGrader implements Grader {

    private static final Pattern LETTER =
            Pattern.compile(
                    "[\\s({\\[]*+(?:option|choice|answer)?[\\s({\\[]*+([A-Z])(?![A-Za-z0-9])(.*)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    // What may stand behind the letter: nothing, or the option itself, but no second letter.
    private static final Pattern REST =
            Pattern.compile(
                    "[\\s)}\\].:]*+|\\s*[)}\\].:](?![\\s)}\\]]*(?:or\\b|and\\b|[,;/&+]))(?!.*\\([A-Z]\\)).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("\\\\(?:textbf|text|mathrm|mathbf|left|right|[ ,!;$()])|[*$]");

    private final char right;

    /**
     * Takes the letter of the right option.
     *
     * @param letter from A to Z, in either case
     */
    public ChoiceGrader(char letter) {
        right = Character.toUpperCase(letter);
        if (right < 'A' || right > 'Z') {
            throw new IllegalArgumentException("an option is named by a letter");
        }
    }

    @Override
    public Grade grade(String text) {
        return FinalAnswer.in(text).map(this::gradeFound).orElseGet(FinalAnswer::missing);
    }

    private Grade gradeFound(String found) {
        String plain = COMMAND.matcher(found).replaceAll(" ").strip();
        if (plain.isEmpty()) {
            return FinalAnswer.missing();
        }
        Matcher letter = LETTER.matcher(plain);
        if (!letter.matches() || !REST.matcher(letter.group(2)).matches()) {
            return Grade.unscored(Optional.of(found), "It is not the letter of one option.");
        }
        char given = Character.toUpperCase(letter.group(1).charAt(0));
        return given == right
                ? Grade.right(String.valueOf(given), "It is the right option.")
                : Grade.wrong(String.valueOf(given), "It is another option.");
    }
}
