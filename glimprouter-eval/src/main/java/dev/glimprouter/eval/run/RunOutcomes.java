package dev.glimprouter.eval.run;

import dev.glimprouter.eval.compare.Outcome;
import dev.glimprouter.eval.compare.Outcomes;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.internal.names.Words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Run files as comparisons want them. A question that failed is unscored, so that it is in no share
 * and in the bounds; seconds are those of questions that were asked alone.
 */
public final class RunOutcomes {

    private RunOutcomes() {}

    /**
     * Reads a run.
     *
     * @param name what reports call it
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static Outcomes of(Path file, String name) {
        try (RunReader reader = RunReader.open(file)) {
            List<Outcome> outcomes = new ArrayList<>();
            reader.forEachRemaining(entry -> outcomes.add(outcome(entry)));
            return new Outcomes(name, outcomes);
        }
    }

    /** What came of one entry. */
    public static Outcome outcome(RunEntry entry) {
        String problem = entry.key().problem();
        Map<String, Double> tokens = new HashMap<>();
        entry.trace()
                .summary()
                .usage()
                .forEach(
                        (writer, usage) ->
                                tokens.put(Words.of(writer), (double) usage.generatedTokens()));
        return new Outcome(
                problem,
                problem,
                entry.key().repeat(),
                entry.grade().map(Grade::mark).orElse(Mark.UNSCORED),
                entry.isTimed() ? OptionalDouble.of(entry.seconds()) : OptionalDouble.empty(),
                tokens);
    }
}
