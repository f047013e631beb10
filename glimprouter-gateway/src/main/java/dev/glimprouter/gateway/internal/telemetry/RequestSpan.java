package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.event.RouteListener;
import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.gateway.internal.metrics.GenAiMetrics;
import dev.glimprouter.gateway.internal.metrics.Outcome;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.time.Time;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The span of one request, a child of whatever its caller says that it belongs to. */
final class RequestSpan {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Tracing tracing;
    private final Moments start;
    private final Time time;
    private final Context context;
    private final Span span;

    private RequestSpan(Tracing tracing, Moments start, Time time, Context parent, Span span) {
        this.tracing = tracing;
        this.start = start;
        this.time = time;
        this.context = parent.with(span);
        this.span = span;
    }

    static RequestSpan begin(
            Tracing tracing, Moments start, Time time, Function<String, Optional<String>> headers) {
        Context parent = tracing.caller(headers);
        Span span =
                tracing.tracer()
                        .spanBuilder(GenAiMetrics.OPERATION)
                        .setParent(parent)
                        .setSpanKind(SpanKind.SERVER)
                        .setStartTimestamp(start.epochNanos(start.nanos()), TimeUnit.NANOSECONDS)
                        .setAttribute(SpanNames.OPERATION, GenAiMetrics.OPERATION)
                        .setAttribute(SpanNames.PROVIDER, GenAiMetrics.PROVIDER)
                        .startSpan();
        return new RequestSpan(tracing, start, time, parent, span);
    }

    RouteListener answer(int choice) {
        return span.isRecording()
                ? new AnswerSpans(tracing.tracer(), context, start, time, choice)
                : _ -> {};
    }

    void ended(RequestReport report, Outcome outcome) {
        if (span.isRecording()) {
            describe(report);
            if (outcome == Outcome.FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        long end = start.nanos() + report.times().total().toNanos();
        span.end(start.epochNanos(end), TimeUnit.NANOSECONDS);
    }

    private void describe(RequestReport report) {
        report.asked()
                .ifPresent(
                        asked -> {
                            span.updateName(GenAiMetrics.OPERATION + " " + asked.model());
                            span.setAttribute(SpanNames.MODEL, asked.model());
                            span.setAttribute(SpanNames.STREAM, asked.stream());
                        });
        span.setAttribute(SpanNames.REQUEST_ID, report.id());
        span.setAttribute(SpanNames.OUTCOME, report.outcome());
        span.setAttribute(SpanNames.STATUS, report.status());
        if (!report.owner().isBlank()) {
            span.setAttribute(SpanNames.KEY, report.owner());
        }
        if (!report.error().isBlank()) {
            span.setAttribute(SpanNames.ERROR, report.error());
        }
        report.times()
                .waited()
                .map(Duration::toNanos)
                .ifPresent(
                        nanos ->
                                span.setAttribute(
                                        SpanNames.QUEUE_SECONDS,
                                        (double) nanos / NANOS_PER_SECOND));
        describe(report.work());
    }

    private void describe(RequestReport.Work work) {
        if (work.strategy().isBlank()) {
            return;
        }
        span.setAttribute(SpanNames.STRATEGY, work.strategy());
        span.setAttribute(SpanNames.INPUT, work.promptTokens());
        span.setAttribute(SpanNames.OUTPUT, work.completionTokens());
        span.setAttribute(SpanNames.STEPS_SMALL, work.steps(Writer.SMALL));
        span.setAttribute(SpanNames.STEPS_LARGE, work.steps(Writer.LARGE));
        span.setAttribute(SpanNames.DISCARDED, work.discardedTokens());
    }
}
