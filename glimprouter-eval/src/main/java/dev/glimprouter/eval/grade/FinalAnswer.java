package dev.glimprouter.eval.grade;

import dev.glimprouter.eval.internal.math.Boxes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the answer that a text comes to: the last box; where there is none, what follows the last
 * "answer is" or "####".
 */
final class FinalAnswer {

    private static final String THOUGHT = "</think>";
    private static final Pattern MARK =
            Pattern.compile(
                    "####[ \\t]*|\\banswer(?:[ \\t]+is)?[ \\t]*\\**[ \\t]*[:=]?[ \\t]*\\**[ \\t]*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern STATES =
            Pattern.compile(
                    ".*(?:####|\\bis\\b|[:=]).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MATHS =
            Pattern.compile("\\$\\$?([^$\\n]++)\\$\\$?|\\\\\\((.*?)\\\\\\)|\\\\\\[(.*?)\\\\\\]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|\\n|\\*\\*");

    private FinalAnswer() {}

    /** The answer in all that a model wrote. */
    static Optional<String> in(String text) {
        String said = text.substring(afterThought(text));
        Optional<String> boxed = Boxes.last(said);
        return boxed.isPresent() ? boxed : announced(said);
    }

    private static int afterThought(String text) {
        int end = text.lastIndexOf(THOUGHT);
        return end < 0 ? 0 : end + THOUGHT.length();
    }

    private static Optional<String> announced(String said) {
        Matcher mark = MARK.matcher(said);
        Optional<String> last = Optional.empty();
        while (mark.find()) {
            if (STATES.matcher(mark.group()).matches()) {
                Optional<String> sentence = sentence(said.substring(mark.end()));
                last = sentence.isPresent() ? sentence : last;
            }
        }
        return last;
    }

    private static Optional<String> sentence(String rest) {
        Matcher maths = MATHS.matcher(rest);
        if (maths.lookingAt()) {
            for (int group = 1; group <= maths.groupCount(); group++) {
                if (maths.group(group) != null) {
                    return Optional.of(maths.group(group).strip());
                }
            }
        }
        Matcher end = SENTENCE_END.matcher(rest);
        String sentence = (end.find() ? rest.substring(0, end.start()) : rest).strip();
        return sentence.isEmpty() ? Optional.empty() : Optional.of(sentence);
    }

    /** The grade of a text that comes to no answer. */
    static Grade missing() {
        return new Grade(Mark.WRONG, Optional.empty(), "There is no answer.");
    }
}
