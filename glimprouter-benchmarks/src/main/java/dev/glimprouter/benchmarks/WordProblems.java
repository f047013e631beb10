package dev.glimprouter.benchmarks;

import dev.glimprouter.question.Question;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Arithmetic word problems: our own sentences with drawn names and numbers. */
final class WordProblems {

    private static final List<String> NAMES =
            List.of("Ada", "Bruno", "Chen", "Dalia", "Emil", "Fatou", "Goran", "Hana");

    private static final List<String> TEMPLATES =
            List.of(
                    "%s bakes %d trays of %d rolls each and sells %d of the rolls. How many rolls are left?",
                    "%s reads %d pages on each of %d days, and %d pages on the day after. How many pages is that in all?",
                    "%s has %d boxes with %d pencils each and gives away %d pencils. How many pencils remain?",
                    "%s rides %d kilometres a day for %d days, then %d kilometres more. How long is the whole ride?",
                    "%s plants %d rows of %d trees; a storm fells %d of them. How many trees still stand?",
                    "%s earns %d euros an hour, works %d hours and spends %d euros. How much money is left?");

    private WordProblems() {}

    /**
     * As many problems as asked for, the same ones for the same seed, each with an id of its own.
     */
    static List<Question> of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(at -> Question.of(text(at, random)).withId("problem-" + at))
                .toList();
    }

    private static String text(int at, SplittableRandom random) {
        return TEMPLATES
                .get(at % TEMPLATES.size())
                .formatted(
                        NAMES.get(random.nextInt(NAMES.size())),
                        random.nextInt(6, 30),
                        random.nextInt(5, 16),
                        random.nextInt(3, 25));
    }
}
