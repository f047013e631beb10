package dev.glimprouter.eval.grade;

import dev.glimprouter.eval.internal.math.Boxes;

import java.util.ArrayDeque;
import java.util.Deque;
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
            Pattern.compile("####|\\bis\\b|[:=]", Pattern.CASE_INSENSITIVE);
    private static final Pattern MATHS =
            Pattern.compile("\\$\\$?([^$\\n]++)\\$\\$?|\\\\\\((.*?)\\\\\\)|\\\\\\[(.*?)\\\\\\]");
    private static final int MOST_MARKS = 20;
    private static final int LONGEST_SENTENCE = 4_000;
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
        Deque<Integer> ends = new ArrayDeque<>();
        Matcher mark = MARK.matcher(said);
        while (mark.find()) {
            if (STATES.matcher(mark.group()).find()) {
                ends.addLast(mark.end());
            }
            if (ends.size() > MOST_MARKS) {
                ends.removeFirst();
            }
        }
        while (!ends.isEmpty()) {
            int start = ends.removeLast();
            int end = Math.min(said.length(), start + LONGEST_SENTENCE);
            Optional<String> sentence = sentence(said.substring(start, end));
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return Optional.empty();
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
