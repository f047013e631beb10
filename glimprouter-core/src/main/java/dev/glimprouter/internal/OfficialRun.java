package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.Result;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.strategy.Stepwise;
import dev.glimprouter.time.Cancellation;

import java.util.List;
import java.util.Optional;

/**
 * One question by the published protocol, its defects included (docs/official-mode.md).
 *
 * <p>The first step sees the user's words alone. All later prompts begin with {@code <think>}, then
 * come the steps, each with a blank line behind it; a first step that opened the reasoning itself
 * makes that two openings. As a session's text only grows, the first step has sessions of its own.
 */
final class OfficialRun {

    private final GlimpRouter router;
    private final Question question;
    private final RouterConfig config;
    private final Journal journal;
    private final Halt halt;
    private final Stepwise strategy;
    private Past past = Past.none();
    private Optional<Stop> stop = Optional.empty();

    OfficialRun(GlimpRouter router, Question question, Journal journal, Halt halt) {
        this.router = router;
        this.question = question;
        this.config = router.config();
        this.journal = journal;
        this.halt = halt;
        this.strategy = (Stepwise) router.strategy();
    }

    Result run() {
        try (Desk desk = open(PublishedText.first(question))) {
            write(desk);
        }
        try (Desk desk = open(PublishedText.later(question))) {
            past.reasoning().steps().forEach(step -> tell(desk, step));
            while (isGoingOn(desk)) {
                write(desk).ifPresent(step -> tell(desk, step));
            }
            return new AnswerRun(strategy.answerWriter(), journal)
                    .readApart(
                            desk,
                            outage(desk, halt.user()),
                            halt,
                            past.reasoning(),
                            stop.orElse(Stop.CONTEXT));
        }
    }

    private Desk open(Prompt head) {
        return Desk.open(router, question, head, journal);
    }

    private Outage outage(Desk desk, Cancellation until) {
        return new Outage(config.largeDown(), desk, journal, router.time(), until);
    }

    private boolean isGoingOn(Desk desk) {
        return stop.isEmpty() && desk.hasRoom();
    }

    /** Writes a step and tests whether the reasoning ends; empty if nothing could be written. */
    private Optional<Step> write(Desk desk) {
        try {
            OfficialTurn turn =
                    new OfficialTurn(
                            desk,
                            journal,
                            question,
                            config,
                            past,
                            halt.reasoning(),
                            outage(desk, halt.reasoning()));
            Step step = strategy.next(turn);
            halt.checkUser();
            past = past.plus(step, turn.seen());
            journal.written(step);
            strategy.kept(step);
            stop = stopAfter(step, past.reasoning());
            return Optional.of(step);
        } catch (Halted nothing) {
            halt.checkUser();
            stop = Optional.of(Stop.DEADLINE);
        } catch (ContextFullException full) {
            stop = Optional.of(Stop.CONTEXT);
        }
        return Optional.empty();
    }

    /**
     * Makes a step part of what every model sees, up to a close tag. What its writer did not write,
     * the blank line glued on, is told apart, so that the writer recognises its own words.
     */
    private static void tell(Desk desk, Step step) {
        String text = PublishedText.beforeClose(step.text());
        int own = step.text().length();
        if (step.ending() != Ending.BLANK_LINE) {
            own -= PublishedText.BLANK_LINE.length();
        }
        int written = Math.min(own, text.length());
        append(desk, text.substring(0, written));
        append(desk, text.substring(written));
    }

    private static void append(Desk desk, String text) {
        if (!text.isEmpty()) {
            desk.append(text);
        }
    }

    /** The published order: the budget's word is the last one. The deadline is ours. */
    private Optional<Stop> stopAfter(Step step, Reasoning reasoning) {
        if (reasoning.tokens() >= config.budget()) {
            return Optional.of(Stop.BUDGET);
        }
        if (PublishedText.closes(step.text())) {
            return Optional.of(Stop.FINISHED);
        }
        if (repeats(reasoning.steps())) {
            return Optional.of(Stop.REPEATED);
        }
        return halt.deadlinePassed() ? Optional.of(Stop.DEADLINE) : Optional.empty();
    }

    private static boolean repeats(List<Step> steps) {
        int last = steps.size() - 1;
        return steps.size() > 2 && steps.get(last).text().equals(steps.get(last - 1).text());
    }
}
