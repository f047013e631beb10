package dev.glimprouter.gateway.internal.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/**
 * Histograms of numbers that lie between whole ones, which those of Micrometer round up. Thread
 * safe.
 */
final class Fractions {

    private final Histogram hInit;
    private final Histogram interventionRate;

    Fractions(PrometheusRegistry registry) {
        hInit =
                histogram(
                        registry,
                        "glimprouter_h_init_nats",
                        "Entropy of the first token of steps.",
                        Buckets.NATS);
        interventionRate =
                histogram(
                        registry,
                        "glimprouter_intervention_rate",
                        "Share of an answer's steps that large wrote.",
                        Buckets.SHARES);
    }

    private static Histogram histogram(
            PrometheusRegistry registry, String name, String about, double[] bounds) {
        return Histogram.builder()
                .name(name)
                .help(about)
                .classicOnly()
                .withoutExemplars()
                .classicUpperBounds(bounds)
                .register(registry);
    }

    void hInit(double nats) {
        hInit.observe(nats);
    }

    void interventionRate(double share) {
        interventionRate.observe(share);
    }
}
