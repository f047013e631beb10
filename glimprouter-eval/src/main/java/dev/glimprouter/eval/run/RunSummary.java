package dev.glimprouter.eval.run;

import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.reasoning.Writer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the entries of a run add up to. Steps, tokens and seconds are those of answered questions.
 *
 * @param header what is the same for every entry
 * @param runs entries so far
 * @param right answers that are right
 * @param rightInReasoning those of them that stood in the reasoning, with none behind it
 * @param unscored answers that could not be graded; in no share
 * @param failed questions that got no answer; in no share
 * @param accuracy share of right answers among graded ones; empty without any
 * @param steps kept steps
 * @param stepsByLarge those that large wrote
 * @param tokens generated tokens by writer, thrown away ones included
 * @param cachedTokens prompt tokens that a cache had
 * @param timed entries whose seconds say something: answered while nothing else was asked
 * @param seconds the sum of those
 */
public record RunSummary(
        RunHeader header,
        int runs,
        int right,
        int rightInReasoning,
        int unscored,
        int failed,
        Optional<Proportion> accuracy,
        long steps,
        long stepsByLarge,
        Map<Writer, Long> tokens,
        long cachedTokens,
        int timed,
        double seconds) {

    /** Copies the map. */
    public RunSummary {
        tokens = Map.copyOf(tokens);
    }

    /**
     * Adds up a run file.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read
     */
    public static RunSummary of(Path file) {
        try (RunReader reader = RunReader.open(file)) {
            RunTally tally = new RunTally();
            reader.forEachRemaining(tally::add);
            return tally.summary(reader.header());
        }
    }

    /** What reports call the system. */
    public String system() {
        return header.system();
    }

    /** Answers that are right or wrong. */
    public int graded() {
        return answered() - unscored;
    }

    /** Share of graded answers that are right and stood in the reasoning, 0 to 1; empty without. */
    public OptionalDouble rightInReasoningShare() {
        return graded() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) rightInReasoning / graded());
    }

    /** Entries with an answer. */
    public int answered() {
        return runs - failed;
    }

    /** Share of steps that large wrote, 0 to 1; empty without steps. */
    public OptionalDouble largeShare() {
        return steps == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) stepsByLarge / steps);
    }

    /** Tokens that a model generated for an answered question; empty without any. */
    public OptionalDouble tokensEach(Writer writer) {
        return answered() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) tokens.getOrDefault(writer, 0L) / answered());
    }

    /** Mean seconds of a question; empty if none was timed. */
    public OptionalDouble secondsEach() {
        return timed == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds / timed);
    }
}
