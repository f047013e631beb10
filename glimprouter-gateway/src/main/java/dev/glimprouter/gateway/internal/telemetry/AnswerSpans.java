package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Time;
import dev.glimprouter.trace.internal.Json;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A span for each step of an answer and one for the answer itself, from its events. */
final class AnswerSpans implements RouteListener {

    private final Tracer tracer;
    private final Context request;
    private final Moments moments;
    private final Time time;
    private final int choice;
    private long origin;
    private long sinceNanos;
    private boolean atWork;
    private Optional<Writer> answering = Optional.empty();
    private StepNotes notes = new StepNotes();

    /**
     * Of an answer that has not begun.
     *
     * @param request the span above
     * @param choice which answer of the request, from 0
     */
    AnswerSpans(Tracer tracer, Context request, Moments moments, Time time, int choice) {
        this.tracer = tracer;
        this.request = request;
        this.moments = moments;
        this.time = time;
        this.choice = choice;
    }

    @Override
    public void on(RouteEvent event) {
        notes.on(event);
        switch (event) {
            case RouteEvent.Started started -> origin = time.nanos() - started.nanos();
            case RouteEvent.StepWritten written -> step(written);
            case RouteEvent.AnswerDelta delta -> answering = Optional.of(delta.writer());
            case RouteEvent.Finished finished -> answer(finished);
            case RouteEvent.Cancelled cancelled -> brokenOff(cancelled, "cancelled");
            case RouteEvent.Failed failed -> brokenOff(failed, failed.kind());
            case RouteEvent.Glimpsed _, RouteEvent.Delta _ -> atWork = true;
            case RouteEvent.Prefilled _,
                    RouteEvent.Decided _,
                    RouteEvent.Drafted _,
                    RouteEvent.Judged _,
                    RouteEvent.Rejected _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _,
                    RouteEvent.Retried _,
                    RouteEvent.Moved _ -> {}
        }
    }

    private void step(RouteEvent.StepWritten event) {
        Span span = begin("step", event.nanos() - event.written().nanos());
        notes.describe(span, event.written());
        end(span, event.nanos());
        sinceNanos = event.nanos();
        atWork = false;
        notes = new StepNotes();
    }

    private void answer(RouteEvent.Finished event) {
        Span span = begin("answer", sinceNanos);
        span.setAttribute(SpanNames.STOP, Json.word(event.stop()));
        span.setAttribute(SpanNames.ENDED, Json.word(event.ending()));
        answering.ifPresent(writer -> span.setAttribute(SpanNames.WRITER, Json.word(writer)));
        end(span, event.nanos());
    }

    /** What was being written when it ended otherwise. */
    private void brokenOff(RouteEvent event, String why) {
        if (answering.isEmpty() && !atWork) {
            return;
        }
        Span span = begin(answering.isPresent() ? "answer" : "step", sinceNanos);
        if (answering.isEmpty()) {
            span.setAttribute(SpanNames.STEP, event.step());
        }
        span.setAttribute(SpanNames.ERROR, why);
        span.setStatus(StatusCode.ERROR);
        end(span, event.nanos());
    }

    private Span begin(String name, long nanos) {
        SpanBuilder span =
                tracer.spanBuilder(name)
                        .setParent(request)
                        .setStartTimestamp(epochNanos(nanos), TimeUnit.NANOSECONDS);
        return span.startSpan().setAttribute(SpanNames.CHOICE, choice);
    }

    private void end(Span span, long nanos) {
        span.end(epochNanos(nanos), TimeUnit.NANOSECONDS);
    }

    private long epochNanos(long nanos) {
        return moments.epochNanos(origin + nanos);
    }
}
