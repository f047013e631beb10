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
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires tools.jackson.databind;

    exports dev.glimprouter.gateway;
}
