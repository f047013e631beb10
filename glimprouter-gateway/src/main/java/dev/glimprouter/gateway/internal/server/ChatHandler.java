package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.GatewayLog;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.internal.chat.ChatReader;
import dev.glimprouter.gateway.internal.chat.Plan;
import dev.glimprouter.gateway.internal.chat.Planner;
import dev.glimprouter.gateway.internal.metrics.Metrics;
import dev.glimprouter.time.Time;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * Takes requests for chat completions.
 *
 * @param settings how the gateway is run
 * @param reader reads bodies
 * @param planner makes requests ready
 * @param admission lets them in
 * @param occupants those that are in
 * @param metrics counts
 * @param log hears of failures
 * @param time the clock
 */
record ChatHandler(
        GatewaySettings settings,
        ChatReader reader,
        Planner planner,
        Admission admission,
        Occupants occupants,
        Metrics metrics,
        GatewayLog log,
        Time time)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Visit visit = new Visit(this, RequestId.of(request), response);
        try {
            byte[] body = Bodies.json(request, settings.bounds().bodyBytes());
            Plan plan = planner.plan(reader.read(body));
            visit.serve(plan, Connections.client());
        } catch (RuntimeException | Error failure) {
            visit.failed(failure);
        }
    }
}
