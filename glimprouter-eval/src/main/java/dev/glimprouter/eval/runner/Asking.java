package dev.glimprouter.eval.runner;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.data.Gold;
import dev.glimprouter.eval.data.Posed;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Reply;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunFailure;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;
import dev.glimprouter.trace.Environment;
import dev.glimprouter.trace.Trace;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/** Asks questions until each has an answer or counts as failed. Thread safe. */
final class Asking {

    private static final double NANOS = 1e9;

    private final EvaluationPlan plan;
    private final Map<Writer, Engine> engines;
    private final Marking marking;
    private final Time time;
    private final Clock clock;
    private final Environment environment = Environment.current();

    Asking(
            EvaluationPlan plan,
            Map<Writer, Engine> engines,
            Marking marking,
            Time time,
            Clock clock) {
        this.plan = plan;
        this.engines = engines;
        this.marking = marking;
        this.time = time;
        this.clock = clock;
    }

    /**
     * What comes of a turn.
     *
     * @param begun whether the strategy has finished a question before: then what a question is
     *     refused for is its own fault
     * @throws CancelledException if a stop was requested
     * @throws SetupException if no further question would fare better
     */
    RunEntry ask(Turn turn, boolean begun, Cancellation stop) {
        long seed = turn.contestant().config().seed();
        Posed posed = Posed.of(turn.problem(), seed, turn.repeat());
        Question question = plan.prompting().question(posed);
        for (int attempt = 1; ; attempt++) {
            Attempt made = attempt(turn, question, stop);
            if (made.failure().isEmpty()) {
                Grade grade = marking.mark(posed.gold(), Reply.of(made.trace().summary()));
                return entry(turn, posed, Optional.of(grade), Optional.empty(), attempt, made);
            }
            RuntimeException failure = made.failure().get();
            if (!Attempts.othersMayFareBetter(failure, begun)) {
                throw failure;
            }
            if (!plan.attempts().again(attempt, failure)) {
                Optional<RunFailure> told = Optional.of(RunFailure.of(failure));
                return entry(turn, posed, Optional.empty(), told, attempt, made);
            }
            plan.attempts().pause(attempt, failure, time, stop);
        }
    }

    private record Attempt(Optional<RuntimeException> failure, Trace trace) {}

    private Attempt attempt(Turn turn, Question question, Cancellation stop) {
        if (plan.parallel() == 1) {
            new HashSet<>(engines.values()).forEach(Engine::forget);
        }
        Question shown =
                plan.dataset().publishable()
                        ? question
                        : Withheld.of(question, turn.problem().hash());
        Recorder recorder = new Recorder(OffsetDateTime.now(clock), environment, shown);
        GlimpRouter router =
                new GlimpRouter(
                        engines,
                        turn.contestant().strategy(),
                        turn.contestant().config().withRepeat(turn.repeat()),
                        time);
        try {
            router.ask(question, recorder, stop);
            return new Attempt(Optional.empty(), recorder.trace());
        } catch (RuntimeException failure) {
            return new Attempt(Optional.of(failure), recorder.trace());
        }
    }

    private RunEntry entry(
            Turn turn,
            Posed posed,
            Optional<Grade> grade,
            Optional<RunFailure> failure,
            int attempts,
            Attempt made) {
        return new RunEntry(
                turn.key(),
                turn.problem().hash(),
                turn.problem().subject(),
                turn.problem().caveat(),
                posed.order(),
                plan.dataset().publishable() ? told(posed.gold()) : Optional.empty(),
                grade,
                failure,
                made.trace().summary().nanos() / NANOS,
                plan.parallel() == 1,
                attempts,
                made.trace());
    }

    private static Optional<String> told(Gold gold) {
        return switch (gold) {
            case Gold.Whole(var value) -> Optional.of(value.toString());
            case Gold.Expression(String latex) -> Optional.of(latex);
            case Gold.Choice(char letter) -> Optional.of(String.valueOf(letter));
            case Gold.Code _ -> Optional.empty();
        };
    }
}
