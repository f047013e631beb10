package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Stepwise;
import dev.glimprouter.strategy.Uninterrupted;
import dev.glimprouter.time.Cancellation;

import java.util.Optional;

/**
 * The paper's algorithm: steps until the reasoning ends, each written by whom the strategy says,
 * then the answer.
 */
public final class RouteLoop {

    /** What closes the reasoning before the answer. */
    static final String CLOSE = "\n</think>\n\n";

    private final GlimpRouter router;
    private final Question question;
    private final RouterConfig config;
    private final Journal journal;
    private final Cancellation cancellation;

    /** A run of one question. */
    public RouteLoop(
            GlimpRouter router,
            Question question,
            RouteListener listener,
            Cancellation cancellation) {
        this.router = router;
        this.question = question;
        this.config = router.config();
        this.journal = new Journal(listener, router.time());
        this.cancellation = cancellation;
    }

    /** Answers the question. */
    public Result run() {
        try {
            journal.started(router, question);
            return answer();
        } catch (CancelledException cancelled) {
            tell(journal::cancelled, cancelled);
            throw cancelled;
        } catch (RuntimeException | Error failure) {
            tell(() -> journal.failed(failure), failure);
            throw failure;
        }
    }

    /** Tells the end; a listener that fails again does not hide the first failure. */
    private static void tell(Runnable end, Throwable failure) {
        try {
            end.run();
        } catch (RuntimeException again) {
            if (!again.equals(failure)) {
                failure.addSuppressed(again);
            }
        }
    }

    private Result answer() {
        try (Halt halt = new Halt(cancellation, config.deadline(), router.time())) {
            halt.checkUser();
            config.mode().require(router.strategy());
            if (config.mode() == Mode.OFFICIAL) {
                return new OfficialRun(router, question, journal, halt).run();
            }
            try (Desk desk = Desk.open(router, question, journal)) {
                return switch (router.strategy()) {
                    case Stepwise stepwise -> route(stepwise, desk, halt);
                    case Uninterrupted solo ->
                            new SoloRun(solo.writer(), desk, journal, config, halt)
                                    .run(until -> outage(desk, until));
                };
            }
        }
    }

    private Result route(Stepwise strategy, Desk desk, Halt halt) {
        Past past = Past.none();
        Optional<Stop> stop = Optional.empty();
        while (stop.isEmpty()) {
            try {
                Optional<Past> next = nextStep(strategy, desk, past, halt);
                if (next.isEmpty()) {
                    stop = Optional.of(halt.deadlinePassed() ? Stop.DEADLINE : Stop.REPEATED);
                } else {
                    Step step = next.get().last();
                    desk.keep(step);
                    past = next.get();
                    journal.written(step);
                    strategy.kept(step);
                    stop = stopAfter(step, past.reasoning(), desk, halt);
                }
            } catch (ContextFullException full) {
                stop = Optional.of(Stop.CONTEXT);
            }
        }
        return new AnswerRun(strategy.answerWriter(), journal)
                .readApart(desk, outage(desk, halt.user()), halt, past.reasoning(), stop.get());
    }

    private Outage outage(Desk desk, Cancellation until) {
        return new Outage(config.largeDown(), desk, journal, router.time(), until);
    }

    /** With the next step; empty if nothing could be written, in vain or before the deadline. */
    private Optional<Past> nextStep(Stepwise strategy, Desk desk, Past past, Halt halt) {
        try (LiveTurn turn =
                new LiveTurn(
                        desk,
                        journal,
                        question,
                        config,
                        past,
                        halt.reasoning(),
                        outage(desk, halt.reasoning()))) {
            Step step = strategy.next(turn);
            boolean vain = rejects(step, halt);
            if (vain && desk.has(step.writer().other())) {
                journal.retried(step.writer().other(), "the step was only white space");
                step = turn.write(step.writer().other());
                vain = rejects(step, halt);
            }
            return vain ? Optional.empty() : Optional.of(past.plus(step, turn.seen()));
        } catch (Halted nothing) {
            halt.checkUser();
            return Optional.empty();
        }
    }

    /** Whether a step came to nothing, so that its tokens are thrown away. */
    private boolean rejects(Step step, Halt halt) {
        boolean vain = !halt.deadlinePassed() && step.isVain();
        if (vain) {
            journal.rejected(step);
        }
        return vain;
    }

    private Optional<Stop> stopAfter(Step step, Reasoning reasoning, Desk desk, Halt halt) {
        if (step.ending().endsReasoning()) {
            return Optional.of(Stop.FINISHED);
        }
        if (halt.deadlinePassed()) {
            return Optional.of(Stop.DEADLINE);
        }
        if (config.repeats().repeats(reasoning)) {
            return Optional.of(Stop.REPEATED);
        }
        if (reasoning.tokens() >= config.budget()) {
            return Optional.of(Stop.BUDGET);
        }
        return desk.hasRoom() ? Optional.empty() : Optional.of(Stop.CONTEXT);
    }
}
