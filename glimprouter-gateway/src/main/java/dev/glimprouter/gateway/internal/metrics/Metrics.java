package dev.glimprouter.gateway.internal.metrics;

import dev.glimprouter.event.RouteListener;
import dev.glimprouter.trace.internal.Json;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

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

    private final AtomicInteger reloadTaken = new AtomicInteger();
    private final AtomicLong reloadSeconds = new AtomicLong();

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

    /** A request came to its end, so long after it had arrived. */
    public void ended(Outcome outcome, boolean stream, long nanos) {
        timer("gen_ai.server.request.duration", "From a request's arrival to its end.")
                .tag("outcome", Json.word(outcome))
                .tag("stream", Boolean.toString(stream))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
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

    /** All of it in Prometheus's text format. */
    public String text() {
        return registry.scrape();
    }
}
