package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.Offer;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.metrics.Metrics;
import dev.glimprouter.gateway.internal.traces.TraceFolder;
import dev.glimprouter.gateway.internal.traces.TracePages;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;

import java.time.Instant;
import java.util.function.Supplier;

/** Which request goes where. */
final class Routes {

    private static final String CHAT = "/v1/chat/completions";

    /** What begins so is for those who may read traces. */
    static final String TRACES = "/traces";

    private static final String RESPONSES = "/v1/responses";

    private Routes() {}

    static HttpRouting.Builder of(House house, boolean local) {
        ModelsHandler models = new ModelsHandler(house.service(), Instant.now().getEpochSecond());
        Supplier<Offer> offer = () -> house.service().now().offer();
        house.metrics().replicas(() -> Readiness.roles(offer.get()));
        HealthHandler health = new HealthHandler(house.admission(), house.occupants(), offer);
        HttpRouting.Builder routes = HttpRouting.builder();
        house.traces().ifPresent(folder -> traces(routes, house, folder));
        return routes.addFilter(new TurnedAway(house.telemetry()))
                .addFilter(new Doorkeeper(house.service(), local))
                .post(CHAT, new RunHandler(house, Served::chat))
                .any(CHAT, (_, response) -> wrongMethod(response, "POST"))
                .post(RESPONSES, new RunHandler(house, Served::responses))
                .any(RESPONSES, (_, response) -> wrongMethod(response, "POST"))
                .get("/v1/models", models::list)
                .get("/v1/models/{model:.+}", models::one)
                .get("/health/live", health::live)
                .get("/health/ready", health::ready)
                .get("/metrics", (_, response) -> metrics(house.metrics(), response))
                .any((_, response) -> unknownRoute(response));
    }

    private static void traces(HttpRouting.Builder routes, House house, TraceFolder folder) {
        TracesHandler traces = new TracesHandler(house, folder, new TracePages(folder));
        routes.get(TRACES, traces::list)
                .get(TRACES + "/trace.js", traces::script)
                .get(TRACES + "/trace.css", traces::style)
                .get(TRACES + "/{id}", traces::one)
                .get(TRACES + "/{id}/events", traces::events);
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
                        "There is nothing here: routes are /v1/chat/completions, /v1/responses, /v1/models, /health/live, /health/ready and /metrics."));
    }
}
