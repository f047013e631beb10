package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.Map;

/** Counts steps, glimpses and tokens of one answer. Not thread safe. */
final class AnswerMetrics implements RouteListener {

    private static final String WRITER = "writer";

    private final MeterRegistry registry;
    private final StepMetrics steps;

    AnswerMetrics(MeterRegistry registry, Fractions fractions) {
        this.registry = registry;
        this.steps = new StepMetrics(registry, fractions);
    }

    @Override
    public void on(RouteEvent event) {
        switch (event) {
            case RouteEvent.Glimpsed glimpsed -> steps.glimpsed(glimpsed.probe());
            case RouteEvent.StepWritten(long nanos, Step step) -> steps.written(step, nanos);
            case RouteEvent.Delta delta -> steps.writing(delta.writer(), delta.nanos());
            case RouteEvent.AnswerDelta delta -> steps.writing(delta.writer(), delta.nanos());
            case RouteEvent.Finished finished -> {
                steps.finished();
                tokens(finished.usage());
            }
            case RouteEvent.Cancelled cancelled -> tokens(cancelled.usage());
            case RouteEvent.Failed failed -> tokens(failed.usage());
            case RouteEvent.Started _,
                    RouteEvent.Prefilled _,
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

    private void tokens(Map<Writer, Usage> usage) {
        usage.forEach(
                (writer, of) -> {
                    count(writer, "prompt", of.promptTokens());
                    count(writer, "generated", of.generatedTokens());
                    count(writer, "discarded", of.discardedTokens());
                });
    }

    private void count(Writer writer, String kind, long tokens) {
        registry.counter("glimprouter.tokens", WRITER, Json.word(writer), "kind", kind)
                .increment((double) tokens);
    }
}
