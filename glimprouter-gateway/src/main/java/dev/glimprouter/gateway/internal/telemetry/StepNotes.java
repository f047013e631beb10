package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.trace.internal.Json;

import io.opentelemetry.api.trace.Span;

import java.util.Optional;

/** What a step's span says beside the step itself. */
final class StepNotes implements RouteListener {

    private Optional<Double> hInit = Optional.empty();
    private boolean drafted;
    private long rejectedTokens;

    @Override
    public void on(RouteEvent event) {
        if (event instanceof RouteEvent.Glimpsed glimpsed) {
            hInit = glimpsed.probe().map(Probe::hInit);
        } else if (event instanceof RouteEvent.Rejected rejected) {
            rejectedTokens += rejected.tokens();
        } else if (event instanceof RouteEvent.Drafted) {
            drafted = true;
        }
    }

    void describe(Span span, Step step) {
        span.setAttribute(SpanNames.STEP, step.index());
        span.setAttribute(SpanNames.WRITER, Json.word(step.writer()));
        span.setAttribute(SpanNames.TOKENS, step.tokens());
        span.setAttribute(SpanNames.ATTEMPT, step.attempt());
        span.setAttribute(SpanNames.REJECTED, rejectedTokens);
        span.setAttribute(SpanNames.ENDED, Json.word(step.ending()));
        hInit.ifPresent(nats -> span.setAttribute(SpanNames.H_INIT, nats));
        step.decision().ifPresent(decision -> describe(span, decision));
    }

    /** Verdicts about drafts may quote them, so that their reasons are left out. */
    private void describe(Span span, Decision decision) {
        span.setAttribute(SpanNames.POLICY, decision.policy());
        span.setAttribute(SpanNames.CERTAIN, decision.certain());
        if (!Double.isNaN(decision.score())) {
            span.setAttribute(SpanNames.SCORE, decision.score());
        }
        if (!Double.isNaN(decision.threshold())) {
            span.setAttribute(SpanNames.TAU, decision.threshold());
        }
        if (!drafted) {
            span.setAttribute(SpanNames.REASON, decision.reason());
        }
    }
}
