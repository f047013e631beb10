package dev.glimprouter.benchmarks.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question that says what has to be written in answer to it, so that servers and clients in other
 * processes agree on every character.
 *
 * @param number which tale, from 0
 * @param steps steps of its reasoning
 * @param words words of each step
 * @param paceMillis time before each word
 */
record Tale(int number, int steps, int words, int paceMillis) {

    private static final Pattern QUESTION =
            Pattern.compile("Tell (\\d+) (\\d+) in (\\d+) steps of (\\d+) words every (\\d+) ms");

    /** Numbers are written in two words, so that the servers' vocabularies stay small. */
    private static final int BASE = 1000;

    private static final List<String> WORDS =
            List.of(
                    "so",
                    "we",
                    "add",
                    "gr\u00f6\u00dfer",
                    "one",
                    "\u65e5\u672c\u8a9e",
                    "then",
                    "\ud83d\ude42",
                    "which",
                    "na\u00efve",
                    "\u0416\u0436",
                    "makes",
                    "e\u0301",
                    "it",
                    "\u2211",
                    "therefore",
                    "\ud83d\udc69\u200d\ud83d\udd2c",
                    "less",
                    "than",
                    "two");

    /** Reads a question. */
    static Tale of(String question) {
        Matcher found = QUESTION.matcher(question);
        if (!found.find()) {
            throw new IllegalArgumentException("no tale is asked for: " + question);
        }
        return new Tale(
                BASE * number(found, 1) + number(found, 2),
                number(found, 3),
                number(found, 4),
                number(found, 5));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    String question() {
        return "Tell %d %d in %d steps of %d words every %d ms."
                .formatted(number / BASE, number % BASE, steps, words, paceMillis);
    }

    /** All steps, with blank lines between them. */
    String reasoning() {
        return IntStream.range(0, steps).mapToObj(this::step).collect(Collectors.joining("\n\n"));
    }

    private String step(int index) {
        SplittableRandom random = random(index);
        return random.ints(words - 2L, 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining(" ", "Step " + index + " ", " ."));
    }

    /** The answer. */
    String answer() {
        return "It is " + WORDS.get(number % WORDS.size()) + " " + number % BASE + ".";
    }

    /** Whether small is unsure at the beginning of this step, so that large writes it. */
    boolean isUnsure(int step) {
        return random(step).split().nextInt(3) == 0;
    }

    private SplittableRandom random(int step) {
        return new SplittableRandom(31L * number + step);
    }
}
