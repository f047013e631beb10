package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Counts the steps of one answer, and what lies between them. Not thread safe. */
final class StepMetrics {

    private static final String WRITER = "writer";

    private final MeterRegistry registry;
    private final Fractions fractions;
    private int steps;
    private int byLarge;
    private Optional<Writer> before = Optional.empty();
    private long endNanos;

    StepMetrics(MeterRegistry registry, Fractions fractions) {
        this.registry = registry;
        this.fractions = fractions;
    }

    void glimpsed(Optional<Probe> probe) {
        registry.counter("glimprouter.glimpses.missing").increment(probe.isPresent() ? 0 : 1);
        probe.map(Probe::hInit).ifPresent(fractions::hInit);
    }

    /**
     * A step was kept.
     *
     * @param nanos when its end was told
     */
    void written(Step step, long nanos) {
        steps++;
        byLarge += step.writer() == Writer.LARGE ? 1 : 0;
        before = Optional.of(step.writer());
        endNanos = nanos;
        registry.counter("glimprouter.steps", WRITER, Json.word(step.writer())).increment();
        timer("glimprouter.step.time", "From the first work on a step to its last token.")
                .tag(WRITER, Json.word(step.writer()))
                .register(registry)
                .record(step.nanos(), TimeUnit.NANOSECONDS);
    }

    /** A model writes; its first piece after a step ends the gap between them. */
    void writing(Writer writer, long nanos) {
        before.ifPresent(
                from ->
                        timer("glimprouter.handover.gap", "From a step's end to the next text.")
                                .tag("from", Json.word(from))
                                .tag("to", Json.word(writer))
                                .register(registry)
                                .record(nanos - endNanos, TimeUnit.NANOSECONDS));
        before = Optional.empty();
    }

    /** The answer is complete. */
    void finished() {
        if (steps > 0) {
            fractions.interventionRate((double) byLarge / steps);
        }
    }

    private static Timer.Builder timer(String name, String about) {
        return Timer.builder(name).description(about).serviceLevelObjectives(Buckets.STEPS);
    }
}
