package dev.glimprouter.internal;

import dev.glimprouter.GlimpRouter;
import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.Incident;
import dev.glimprouter.engine.Speculation;
import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.Judging;
import dev.glimprouter.event.Overlapping;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.Usage;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.question.Question;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Draft;
import dev.glimprouter.time.Time;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the listener what happens to one question, and adds up what it costs. */
final class Journal {

    private final RouteListener listener;
    private final Time time;
    private final long start;
    private final Map<Writer, Usage> usage = new EnumMap<>(Writer.class);
    private final Map<Writer, Long> writingSince = new EnumMap<>(Writer.class);
    private Runnable settlement = () -> {};
    private int step;
    private boolean ended;

    Journal(RouteListener listener, Time time) {
        this.listener = listener;
        this.time = time;
        this.start = time.nanos();
    }

    /** Nanoseconds since the question started. */
    long nanos() {
        return time.nanos() - start;
    }

    /** A stream of a model has its first token: what follows is writing. */
    void writes(Writer writer) {
        writingSince.put(writer, nanos());
    }

    /**
     * Nanoseconds that a model has written up to now and no stream of it has counted. Those of
     * streams that are open at the same time count once, from the last one's first token.
     */
    long written(Writer writer) {
        long now = nanos();
        Long since = writingSince.put(writer, now);
        return since == null ? 0 : now - since;
    }

    void started(GlimpRouter router, Question question) {
        Map<Writer, EngineInfo> models = new EnumMap<>(Writer.class);
        for (Writer writer : router.config().models(router.strategy())) {
            models.put(writer, router.engine(writer).info());
        }
        listener.on(
                new RouteEvent.Started(
                        nanos(), question, router.strategy().name(), router.config(), models));
    }

    /** Tells that a model has to be waited for. */
    void pause() {
        listener.pause();
    }

    void prefilled(Writer writer, StreamCost cost) {
        listener.on(new RouteEvent.Prefilled(step, nanos(), writer, cost));
    }

    void glimpsed(Optional<Probe> probe, long took) {
        book(Writer.SMALL, new Usage(0, 0, 0, 0, 0, 0, 1, probe.isEmpty() ? 1 : 0, 0, took, 0, 0));
        listener.on(new RouteEvent.Glimpsed(step, nanos(), probe));
    }

    void decided(Decision decision) {
        listener.on(new RouteEvent.Decided(step, nanos(), decision));
    }

    void delta(int attempt, Writer writer, String text) {
        listener.on(new RouteEvent.Delta(step, nanos(), attempt, writer, text));
    }

    void answerDelta(Writer writer, String text) {
        listener.on(new RouteEvent.AnswerDelta(step, nanos(), writer, text));
    }

    void retried(Writer writer, String reason) {
        listener.on(new RouteEvent.Retried(step, nanos(), writer, reason));
        pause();
    }

    /** Tells what befell a stream of a model. */
    void befell(Writer writer, Incident incident) {
        listener.on(
                switch (incident) {
                    case Incident.Retry(String reason) ->
                            new RouteEvent.Retried(step, nanos(), writer, reason);
                    case Incident.Move(String from, String to, String reason) ->
                            new RouteEvent.Moved(step, nanos(), writer, from, to, reason);
                });
    }

    /**
     * Books what came of drafted tokens, and tells of it.
     *
     * @param draftCost what the drafts cost the other model
     */
    void speculated(Writer writer, Speculation speculation, StreamCost draftCost) {
        book(writer, Usage.NONE.plus(speculation));
        if (!draftCost.equals(StreamCost.NONE)) {
            bookDrafts(writer.other(), draftCost);
        }
        listener.on(new RouteEvent.Speculated(step, nanos(), writer, speculation));
    }

    private void bookDrafts(Writer drafter, StreamCost draftCost) {
        StreamCost prompt = draftCost.promptSince(StreamCost.NONE);
        if (prompt.promptTokens() > 0) {
            prefilled(drafter, prompt);
        }
        book(
                drafter,
                new Usage(
                        prompt.promptTokens(),
                        prompt.cachedTokens(),
                        prompt.seamTokens(),
                        0,
                        draftCost.discardedTokens(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0));
    }

    /** Tells and books what a model did while the other one was at work. */
    void overlapped(Writer writer, Overlapping overlapping) {
        book(writer, Usage.NONE.plus(overlapping));
        listener.on(new RouteEvent.Overlapped(step, nanos(), writer, overlapping));
    }

    /** Tells and books what a model has read ahead. */
    void readAhead(Writer writer, Overlapping overlapping, StreamCost cost) {
        if (cost.promptTokens() > 0) {
            prefilled(writer, cost.promptSince(StreamCost.NONE));
        }
        int discarded = cost.discardedTokens();
        book(
                writer,
                new Usage(
                        cost.promptTokens(),
                        0,
                        cost.seamTokens(),
                        0,
                        discarded,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        cost.requests()));
        overlapped(writer, overlapping);
    }

    /** Has {@code last} tell and book what is known only when the question ends. */
    void settleAtEnd(Runnable last) {
        settlement = last;
    }

    void written(Step written) {
        step = written.index() + 1;
        listener.on(new RouteEvent.StepWritten(nanos(), written));
        pause();
    }

    void finished(Stop stop, String answer, Ending ending) {
        last(() -> new RouteEvent.Finished(step, nanos(), stop, answer, ending, usage));
    }

    void cancelled() {
        last(() -> new RouteEvent.Cancelled(step, nanos(), usage));
    }

    void failed(Throwable error) {
        String message = Optional.ofNullable(error.getMessage()).orElse("no message");
        last(
                () ->
                        new RouteEvent.Failed(
                                step, nanos(), error.getClass().getSimpleName(), message, usage));
    }

    /** Tells the terminal event, unless one was told before. */
    private void last(Supplier<RouteEvent> event) {
        if (!ended) {
            ended = true;
            settlement.run();
            listener.on(event.get());
        }
    }

    /** Tells of an attempt that is not kept, and books its tokens. */
    void rejected(Step attempt) {
        rejected(attempt, attempt.writer());
        if (attempt.otherTokens() > 0) {
            rejected(attempt, attempt.writer().other());
        }
    }

    private void rejected(Step attempt, Writer writer) {
        rejected(writer, attempt.attempt(), attempt.tokensBy(writer));
    }

    /** Tells of a draft that is not kept, and books its tokens. */
    void rejected(Draft draft) {
        rejected(draft.writer(), draft.attempt(), draft.tokens());
    }

    private void rejected(Writer writer, int attempt, int tokens) {
        book(writer, new Usage(0, 0, 0, 0, tokens, 0, 0, 0, 0, 0, 0, 0));
        listener.on(new RouteEvent.Rejected(step, nanos(), attempt, writer, tokens));
    }

    void drafted(Draft draft) {
        listener.on(
                new RouteEvent.Drafted(
                        step,
                        nanos(),
                        draft.attempt(),
                        draft.writer(),
                        draft.text(),
                        draft.tokens(),
                        draft.ending()));
    }

    void judged(Draft draft, Verdict verdict) {
        listener.on(new RouteEvent.Judged(step, nanos(), draft.attempt(), verdict));
    }

    /** Tells and books what a question about drafts has cost. */
    void asked(Writer judge, StreamCost cost, int tokens, long took) {
        if (cost.promptTokens() > 0) {
            prefilled(judge, cost.promptSince(StreamCost.NONE));
        }
        long judging = Math.max(0, took - cost.prefillNanos());
        int discarded = cost.discardedTokens();
        book(
                judge,
                Usage.ofPrompt(cost)
                        .plus(new Usage(0, 0, 0, 0, discarded, 0, 0, 0, 0, 0, 0, cost.requests()))
                        .plus(new Judging(1, cost.promptTokens(), tokens, judging)));
    }

    /** Books characters that are in no step and no answer. */
    void dropped(Writer writer, int chars) {
        book(writer, new Usage(0, 0, 0, 0, 0, chars, 0, 0, 0, 0, 0, 0));
    }

    void book(Writer writer, Usage more) {
        usage.merge(writer, more, Usage::plus);
    }

    Map<Writer, Usage> usage() {
        return usage;
    }
}
