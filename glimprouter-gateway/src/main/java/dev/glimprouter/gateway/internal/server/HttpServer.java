package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.GatewayLog;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.ChatReader;
import dev.glimprouter.gateway.internal.chat.Planner;
import dev.glimprouter.gateway.internal.metrics.Metrics;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** The server and its routes. */
public final class HttpServer implements AutoCloseable {

    private static final int PROLOGUE_BYTES = 4096;

    private final WebServer server;
    private final GatewaySettings settings;
    private final Occupants occupants;

    private HttpServer(WebServer server, GatewaySettings settings, Occupants occupants) {
        this.server = server;
        this.settings = settings;
        this.occupants = occupants;
    }

    /**
     * Starts it.
     *
     * @param local whether only this machine can reach it
     * @throws SetupException if the address cannot be listened at
     */
    public static HttpServer start(
            Offer offer, GatewaySettings settings, boolean local, GatewayLog log) {
        Admission admission = new Admission(settings.load(), offer.time());
        Occupants occupants = new Occupants(offer.time());
        Metrics metrics = new Metrics();
        metrics.gauge(
                "glimprouter.requests.running", "Requests being answered.", admission::running);
        metrics.gauge("glimprouter.requests.waiting", "Requests in the queue.", admission::waiting);
        Readiness readiness = new Readiness(() -> offer);
        metrics.replicas(readiness::roles);
        ChatHandler chat =
                new ChatHandler(
                        settings,
                        new ChatReader(settings.bounds()),
                        new Planner(offer),
                        admission,
                        occupants,
                        metrics,
                        log,
                        offer.time());
        HttpRouting.Builder routes =
                HttpRouting.builder()
                        .addFilter(new Doorkeeper(settings.keys(), local))
                        .post("/v1/chat/completions", chat)
                        .any(
                                "/v1/chat/completions",
                                (_, response) -> wrongMethod(response, "POST"));
        ModelsHandler models = new ModelsHandler(offer, Instant.now().getEpochSecond());
        HealthHandler health = new HealthHandler(admission, occupants, readiness);
        routes.get("/v1/models", models::list)
                .get("/v1/models/{model:.+}", models::one)
                .get("/health/live", health::live)
                .get("/health/ready", health::ready)
                .get("/metrics", (_, response) -> metrics(metrics, response))
                .any((_, response) -> unknownRoute(response));
        return new HttpServer(listen(settings, routes), settings, occupants);
    }

    private static WebServer listen(GatewaySettings settings, HttpRouting.Builder routes) {
        Http1Config http =
                Http1Config.builder()
                        .maxHeadersSize(settings.bounds().headerBytes())
                        .maxPrologueLength(PROLOGUE_BYTES)
                        .build();
        WebServer server =
                WebServer.builder()
                        .host(settings.host())
                        .port(settings.port())
                        .shutdownHook(false)
                        .featuresDiscoverServices(false)
                        .protocolsDiscoverServices(false)
                        .addConnectionSelector(Connections.of(http))
                        .connectionOptions(options -> options.tcpNoDelay(true))
                        .directHandlers(TransportErrors.all())
                        .routing(routes)
                        .build();
        try {
            return server.start();
        } catch (RuntimeException occupied) {
            throw new SetupException(
                    "%s:%d cannot be listened at: name another with --host or --port."
                            .formatted(settings.host(), settings.port()),
                    occupied);
        }
    }

    private static void metrics(Metrics metrics, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .send(metrics.text());
    }

    private static void wrongMethod(ServerResponse response, String allowed) {
        response.header(HeaderNames.ALLOW, allowed);
        Answers.error(
                response,
                ApiError.ofRequest(405, "method_not_allowed", "Use " + allowed + " here."));
    }

    private static void unknownRoute(ServerResponse response) {
        Answers.error(
                response,
                ApiError.ofRequest(
                        404,
                        "unknown_url",
                        "There is nothing here: routes are /v1/chat/completions, /v1/models, /health/live, /health/ready and /metrics."));
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** Where clients find it. */
    public URI address() {
        String host = settings.host();
        return URI.create(
                "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
    }

    /**
     * Takes no more requests, and waits for those that are there; whether all ended by themselves.
     */
    public boolean drain() {
        return occupants.leaveWithin(settings.drain());
    }

    @Override
    public void close() {
        occupants.leaveWithin(Duration.ZERO);
        server.stop();
    }
}
