package dev.glimprouter.eval.run;

import dev.glimprouter.eval.statistics.Measured;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run came to, each figure with its interval clustered by question. Steps, tokens and
 * seconds are those of answered questions.
 *
 * @param runs questions and repeats that are in the file
 * @param unscored answers that could not be graded; in no share of right ones
 * @param failed questions that got no answer
 * @param right share of right answers among graded ones, 0 to 1; empty without any
 * @param stepsByLarge share of steps that large wrote, 0 to 1; empty without steps
 * @param tokensByLarge share of generated tokens that large generated, those of the answer and
 *     those thrown away included, 0 to 1; empty without tokens
 * @param seconds mean seconds of a question that was asked alone; empty if none was
 */
public record RunFigures(
        int runs,
        int unscored,
        int failed,
        Optional<Measured> right,
        Optional<Measured> stepsByLarge,
        Optional<Measured> tokensByLarge,
        Optional<Measured> seconds) {

    /**
     * Reads a run file.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static RunFigures of(Path file) {
        try (RunReader reader = RunReader.open(file)) {
            FigureTally tally = new FigureTally();
            reader.forEachRemaining(tally::add);
            return tally.figures();
        }
    }
}
