package dev.glimprouter.eval.study;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Embedder;
import dev.glimprouter.engine.Engine;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.eval.data.Posed;
import dev.glimprouter.eval.data.Problem;
import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Reply;
import dev.glimprouter.eval.run.RunFailure;
import dev.glimprouter.eval.runner.Attempts;
import dev.glimprouter.eval.runner.Marking;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Strategy;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Studies one question: the followed reasoning first, then its forks. */
final class QuestionStudy {

    private final StudyPlan plan;
    private final Map<Writer, Engine> engines;
    private final Marking marking;
    private final Optional<Embedder> embedder;
    private final Time time;

    QuestionStudy(
            StudyPlan plan,
            Map<Writer, Engine> engines,
            Marking marking,
            Optional<Embedder> embedder,
            Time time) {
        this.plan = plan;
        this.engines = engines;
        this.marking = marking;
        this.embedder = embedder;
        this.time = time;
    }

    /**
     * What comes of a question.
     *
     * @param begun whether a question was answered before: then what this one is refused for is its
     *     own fault
     * @throws CancelledException if a stop was requested
     * @throws dev.glimprouter.error.SetupException if no further question would fare better
     */
    StudyEntry of(Problem problem, boolean begun, Cancellation stop) {
        for (int attempt = 1; ; attempt++) {
            try {
                return study(problem, attempt, stop);
            } catch (RuntimeException failure) {
                if (!Attempts.othersMayFareBetter(failure, begun)) {
                    throw failure;
                }
                if (!plan.attempts().again(attempt, failure)) {
                    return StudyEntry.failed(
                            problem.id(), problem.hash(), attempt, RunFailure.of(failure));
                }
                plan.attempts().pause(attempt, failure, time, stop);
            }
        }
    }

    private StudyEntry study(Problem problem, int attempt, Cancellation stop) {
        new HashSet<>(engines.values()).forEach(Engine::forget);
        Posed posed = Posed.of(problem, plan.base().config().seed(), 0);
        WatchedSteps watched = new WatchedSteps(plan.followed(), plan.rules(), this::similarity);
        Result result = ask(posed, watched, 0, stop);
        List<Step> steps = result.reasoning().steps();
        List<StudiedStep> seen = watched.seen();
        return new StudyEntry(
                problem.id(),
                problem.hash(),
                attempt,
                Optional.of(marking.mark(posed.gold(), Reply.of(result))),
                Optional.empty(),
                steps.size(),
                seen,
                forks(posed, steps, seen, stop));
    }

    private List<Fork> forks(
            Posed posed, List<Step> steps, List<StudiedStep> seen, Cancellation stop) {
        String draw = plan.base().config().seed() + " " + posed.problem().id();
        List<Fork> forks = new ArrayList<>();
        for (ForkChoice choice : ForkChoice.of(seen, plan.rules().forks(), draw)) {
            StudiedStep step = choice.step();
            forks.add(
                    new Fork(
                            step.index(),
                            choice.side(),
                            step.hInit().orElseThrow(),
                            fork(posed, steps, step.index(), Writer.SMALL, stop),
                            fork(posed, steps, step.index(), Writer.LARGE, stop)));
        }
        return forks;
    }

    /**
     * The grade where {@code writer} writes a step anew. Its draws are not those of the followed
     * reasoning: the step was chosen by what came after it, and a continuation that takes part in
     * the choice would not be a fair sample.
     */
    private Grade fork(Posed posed, List<Step> steps, int at, Writer writer, Cancellation stop) {
        Strategy forked = new GivenSteps(steps.subList(0, at), writer, plan.followed());
        return marking.mark(posed.gold(), Reply.of(ask(posed, forked, 1 + at, stop)));
    }

    private Result ask(Posed posed, Strategy strategy, int repeat, Cancellation stop) {
        Question question = plan.prompting().question(posed);
        return new GlimpRouter(engines, strategy, plan.base().config().withRepeat(repeat), time)
                .ask(question, _ -> {}, stop);
    }

    private OptionalDouble similarity(String small, String large) {
        return embedder.isPresent()
                ? OptionalDouble.of(embedder.get().similarity(small, large))
                : OptionalDouble.empty();
    }
}
