package dev.glimprouter.eval.compare;

import dev.glimprouter.eval.grade.Mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Outcomes for tests, from words such as {@code "+-?"}: right, wrong, unscored. */
final class Runs {

    private Runs() {}

    /** One question for each word, one run for each sign; run r of question q takes q + r + 1 s. */
    static Outcomes of(String name, double secondsTimes, String... marks) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int question = 0; question < marks.length; question++) {
            for (int repeat = 0; repeat < marks[question].length(); repeat++) {
                double amount = secondsTimes * (question + repeat + 1);
                outcomes.add(
                        new Outcome(
                                "q" + question,
                                "q" + question,
                                repeat,
                                mark(marks[question].charAt(repeat)),
                                OptionalDouble.of(amount),
                                Map.of("large", 10 * amount)));
            }
        }
        return new Outcomes(name, outcomes);
    }

    /** Questions with one run each, one sign for each. */
    static Outcomes singles(String name, double secondsTimes, String marks) {
        return of(name, secondsTimes, marks.split(""));
    }

    private static Mark mark(char sign) {
        return switch (sign) {
            case '+' -> Mark.RIGHT;
            case '-' -> Mark.WRONG;
            default -> Mark.UNSCORED;
        };
    }
}
