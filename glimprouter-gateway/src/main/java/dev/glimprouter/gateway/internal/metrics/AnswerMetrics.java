package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.Map;

/** Counts steps, glimpses and tokens of one answer. */
final class AnswerMetrics implements RouteListener {

    private static final String WRITER = "writer";
    private static final double[] NATS = {0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5};

    private final MeterRegistry registry;

    AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void on(RouteEvent event) {
        switch (event) {
            case RouteEvent.Glimpsed glimpsed ->
                    glimpsed.probe().ifPresent(probe -> hInit().record(probe.hInit()));
            case RouteEvent.StepWritten(_, Step step) ->
                    registry.counter("glimprouter.steps", WRITER, Json.word(step.writer()))
                            .increment();
            case RouteEvent.Finished finished -> tokens(finished.usage());
            case RouteEvent.Cancelled cancelled -> tokens(cancelled.usage());
            case RouteEvent.Failed failed -> tokens(failed.usage());
            case RouteEvent.Started _,
                    RouteEvent.Prefilled _,
                    RouteEvent.Decided _,
                    RouteEvent.Delta _,
                    RouteEvent.Drafted _,
                    RouteEvent.Judged _,
                    RouteEvent.Rejected _,
                    RouteEvent.Speculated _,
                    RouteEvent.Overlapped _,
                    RouteEvent.Retried _,
                    RouteEvent.Moved _,
                    RouteEvent.AnswerDelta _ -> {}
        }
    }

    private DistributionSummary hInit() {
        return DistributionSummary.builder("glimprouter.h_init.nats")
                .description("Entropy of the first token of steps.")
                .serviceLevelObjectives(NATS)
                .register(registry);
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
