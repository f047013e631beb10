package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.engine.EngineHealth;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.reasoning.Writer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What the gateway counts. No text of a request or a model is part of it. Thread safe. */
public final class Metrics {

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final Fractions fractions = new Fractions(registry.getPrometheusRegistry());

    private final AtomicInteger reloadTaken = new AtomicInteger();
    private final AtomicLong reloadSeconds = new AtomicLong();

    private final Map<String, GenAiMetrics> models = new ConcurrentHashMap<>();
    private final Timer waits =
            Timer.builder("glimprouter.queue.time")
                    .description("From a request's arrival to its turn.")
                    .serviceLevelObjectives(Buckets.WAITS)
                    .register(registry);

    private volatile Optional<ReplicaMetrics> replicas = Optional.empty();

    /** Counters at zero. */
    public Metrics() {
        reloaded(true);
        gauge(
                "glimprouter.config.last.reload.successful",
                "Whether the last change of the settings was taken.",
                reloadTaken::get);
        gauge(
                "glimprouter.config.last.reload.success.timestamp.seconds",
                "When settings were taken the last time.",
                reloadSeconds::get);
    }

    /** Shows a number of the present moment. */
    public void gauge(String name, String about, LongSupplier value) {
        Gauge.builder(name, value, LongSupplier::getAsLong)
                .description(about)
                .strongReference(true)
                .register(registry);
    }

    /** Counts under the names that others use for models, too. */
    public GenAiMetrics genAi(String model) {
        return models.computeIfAbsent(model, name -> new GenAiMetrics(registry, name));
    }

    /** It was a request's turn, so long after it had arrived. */
    public void waited(Duration time) {
        waits.record(time);
    }

    /** The owner of a key took so many tokens. */
    public void spent(String owner, long tokens) {
        if (owner.isEmpty()) {
            return;
        }
        registry.counter("glimprouter.key.tokens", "key", owner).increment((double) tokens);
    }

    /** Whether the last change of the settings was taken, and when one was. */
    public void reloaded(boolean taken) {
        reloadTaken.set(taken ? 1 : 0);
        if (taken) {
            reloadSeconds.set(Instant.now().getEpochSecond());
        }
    }

    /** Counts what happens to one answer. */
    public RouteListener answer() {
        return new AnswerMetrics(registry, fractions);
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
