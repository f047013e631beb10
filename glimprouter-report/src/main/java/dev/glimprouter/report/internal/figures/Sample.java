package dev.glimprouter.report.internal.figures;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunFailure;
import dev.glimprouter.eval.run.RunKey;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.trace.Outcome;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceSummary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One question as one system answered it.
 *
 * @param key which question and repeat
 * @param subject what it is about
 * @param caveat why the dataset's own authors doubt it
 * @param gold the right answer
 * @param grade the answer's mark
 * @param failure why there is no answer
 * @param seconds on the wall
 * @param alone whether no other question was asked at the same time
 * @param attempts how often it was asked, from 1
 * @param trace all that happened
 * @param summary what that adds up to
 */
public record Sample(
        RunKey key,
        Optional<String> subject,
        Optional<String> caveat,
        Optional<String> gold,
        Optional<Grade> grade,
        Optional<RunFailure> failure,
        double seconds,
        boolean alone,
        int attempts,
        Trace trace,
        TraceSummary summary) {

    /** Checks for nulls. */
    public Sample {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(summary, "summary");
    }

    /** An entry of a run. */
    static Sample of(RunEntry entry) {
        return new Sample(
                entry.key(),
                entry.subject(),
                entry.caveat(),
                entry.gold(),
                entry.grade(),
                entry.failure(),
                entry.seconds(),
                entry.alone(),
                entry.attempts(),
                entry.trace(),
                entry.trace().summary());
    }

    /** A trace alone, which nobody graded. */
    static Sample of(Trace trace) {
        TraceSummary summary = trace.summary();
        return new Sample(
                new RunKey(trace.header().question().id(), trace.header().config().repeat()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                failure(summary),
                summary.nanos() / 1e9,
                true,
                1,
                trace,
                summary);
    }

    private static Optional<RunFailure> failure(TraceSummary summary) {
        return switch (summary.outcome()) {
            case FINISHED -> Optional.empty();
            case CANCELLED, FAILED, UNFINISHED -> Optional.of(unanswered(summary.outcome()));
        };
    }

    private static RunFailure unanswered(Outcome outcome) {
        return new RunFailure(Words.of(outcome), "The trace ends without an answer.");
    }

    /** What came of it. */
    public SampleMark mark() {
        if (failure.isPresent()) {
            return SampleMark.FAILED;
        }
        return grade.map(given -> SampleMark.of(given.mark())).orElse(SampleMark.UNGRADED);
    }

    /** What happened at each step, in order. */
    public List<StepAccount> steps() {
        return StepAccounts.of(trace.events());
    }
}
