package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What the gateway counts. No text of a request or a model is part of it. Thread safe. */
public final class Metrics {

    private static final Duration[] TIMES = {
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private volatile Optional<ReplicaMetrics> replicas = Optional.empty();

    /** Counters at zero. */
    public Metrics() {}

    /** Shows a number of the present moment. */
    public void gauge(String name, String about, IntSupplier value) {
        Gauge.builder(name, value, IntSupplier::getAsInt)
                .description(about)
                .strongReference(true)
                .register(registry);
    }

    /** A request came to its end, so long after it had arrived. */
    public void ended(Outcome outcome, boolean stream, long nanos) {
        timer("gen_ai.server.request.duration", "From a request's arrival to its end.")
                .tag("outcome", Json.word(outcome))
                .tag("stream", Boolean.toString(stream))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** The first text went out, so long after the request had arrived. */
    public void began(long nanos) {
        timer("gen_ai.server.time_to_first_token", "From arrival to the first text.")
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static Timer.Builder timer(String name, String about) {
        return Timer.builder(name).description(about).serviceLevelObjectives(TIMES);
    }

    /** Counts what happens to one answer. */
    public RouteListener answer() {
        return new AnswerMetrics(registry);
    }

    /** Shows how replicas are from now on. */
    public void replicas(Supplier<Map<Writer, EngineHealth>> roles) {
        replicas = Optional.of(new ReplicaMetrics(registry, roles));
    }

    /** All of it in Prometheus's text format. */
    public String text() {
        replicas.ifPresent(ReplicaMetrics::update);
        return registry.scrape();
    }
}
