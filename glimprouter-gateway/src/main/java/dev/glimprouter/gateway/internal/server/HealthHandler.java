package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.Offer;
import dev.glimprouter.trace.internal.Json;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Supplier;

/**
 * Says whether the gateway is alive, and whether it takes requests. No model is asked for that.
 *
 * @param admission who is in, who waits
 * @param occupants whether more are taken
 * @param offer what is offered now
 */
record HealthHandler(Admission admission, Occupants occupants, Supplier<Offer> offer) {

    void live(ServerRequest request, ServerResponse response) {
        tell(response, 200, state("live"));
    }

    void ready(ServerRequest request, ServerResponse response) {
        if (occupants.isClosing()) {
            tell(response, 503, state("shutting-down"));
            return;
        }
        Readiness readiness = Readiness.of(offer.get());
        ObjectNode state = state(readiness.ready() ? "ready" : "model-down");
        if (!readiness.down().isEmpty()) {
            ArrayNode roles = state.putArray("down");
            readiness.down().forEach(role -> roles.add(Json.word(role)));
        }
        tell(response, readiness.ready() ? 200 : 503, state);
    }

    private ObjectNode state(String word) {
        return Json.object()
                .put("status", word)
                .put("running", admission.running())
                .put("waiting", admission.waiting());
    }

    private static void tell(ServerResponse response, int status, ObjectNode state) {
        response.status(status).header(HeaderNames.CACHE_CONTROL, "no-store");
        Answers.json(response, Json.text(state));
    }
}
