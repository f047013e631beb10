/** The gateway: an OpenAI-compatible streaming server over routers that somebody else makes. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.gateway {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires dev.glimprouter.trace;
    requires io.helidon.webserver;
    requires io.helidon.http;
    requires io.helidon.common.socket;
    requires io.helidon.common.tls;
    requires io.opentelemetry.api;
    requires io.opentelemetry.context;
    requires io.opentelemetry.sdk;
    requires io.opentelemetry.sdk.autoconfigure;
    requires io.opentelemetry.sdk.autoconfigure.spi;
    requires io.opentelemetry.sdk.common;
    requires io.opentelemetry.sdk.trace;
    requires io.prometheus.metrics.config;
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.model;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires tools.jackson.databind;
    // What sends the spans has no descriptor that could ask for it.
    requires java.net.http;

    exports dev.glimprouter.gateway;
}
