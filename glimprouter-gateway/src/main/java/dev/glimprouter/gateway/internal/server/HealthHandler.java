package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.trace.internal.Json;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * Says whether the gateway is alive, and whether it takes requests. No model is asked for that.
 *
 * @param admission who is in, who waits
 * @param occupants whether more are taken
 */
record HealthHandler(Admission admission, Occupants occupants) {

    void live(ServerRequest request, ServerResponse response) {
        tell(response, 200, "live");
    }

    void ready(ServerRequest request, ServerResponse response) {
        boolean closing = occupants.isClosing();
        tell(response, closing ? 503 : 200, closing ? "shutting-down" : "ready");
    }

    private void tell(ServerResponse response, int status, String word) {
        response.status(status).header(HeaderNames.CACHE_CONTROL, "no-store");
        Answers.json(
                response,
                Json.text(
                        Json.object()
                                .put("status", word)
                                .put("running", admission.running())
                                .put("waiting", admission.waiting())));
    }
}
