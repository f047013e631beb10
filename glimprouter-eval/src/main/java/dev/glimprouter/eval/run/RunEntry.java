package dev.glimprouter.eval.run;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.trace.Trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One finished question and repeat of a run: graded, or failed after all attempts.
 *
 * @param key which question and repeat
 * @param hash checksum of the question's text
 * @param subject what it is about, as the dataset says
 * @param caveat why the dataset's own authors doubt it
 * @param order the options' order, empty where there are none
 * @param gold the right answer, where it is a short text and may be published
 * @param grade the answer's mark; empty where there is no answer
 * @param failure why there is no answer; empty where there is one
 * @param seconds on the wall, of the last attempt, grading not counted
 * @param alone whether no other question was asked at the same time
 * @param attempts how often it was asked until this came of it, from 1
 * @param trace the last attempt's
 */
public record RunEntry(
        RunKey key,
        String hash,
        Optional<String> subject,
        Optional<String> caveat,
        List<Integer> order,
        Optional<String> gold,
        Optional<Grade> grade,
        Optional<RunFailure> failure,
        double seconds,
        boolean alone,
        int attempts,
        Trace trace) {

    /** Checks that there is a grade or a failure. */
    public RunEntry {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(trace, "trace");
        order = List.copyOf(order);
        if (grade.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException(key + " needs either a grade or a failure");
        }
        if (!(seconds >= 0) || attempts < 1) {
            throw new IllegalArgumentException(key + " has negative seconds or no attempt");
        }
    }

    /** Whether its seconds say something: it was answered, and alone. */
    public boolean isTimed() {
        return alone && grade.isPresent();
    }

    /** The same, graded otherwise. */
    public RunEntry withGrade(Grade other) {
        return new RunEntry(
                key,
                hash,
                subject,
                caveat,
                order,
                gold,
                Optional.of(other),
                failure,
                seconds,
                alone,
                attempts,
                trace);
    }

    /** The same with another trace. */
    RunEntry withTrace(Trace other) {
        return new RunEntry(
                key, hash, subject, caveat, order, gold, grade, failure, seconds, alone, attempts,
                other);
    }
}
