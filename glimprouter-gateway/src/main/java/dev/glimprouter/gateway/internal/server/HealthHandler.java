package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Says whether the gateway is alive, and whether it takes requests. No model is asked for that.
 *
 * @param admission who is in, who waits
 * @param occupants whether more are taken
 * @param readiness whether the models take requests
 */
record HealthHandler(Admission admission, Occupants occupants, Readiness readiness) {

    void live(ServerRequest request, ServerResponse response) {
        tell(response, 200, state("live"));
    }

    void ready(ServerRequest request, ServerResponse response) {
        if (occupants.isClosing()) {
            tell(response, 503, state("shutting-down"));
        } else if (readiness.isReady()) {
            tell(response, 200, models("ready"));
        } else {
            tell(response, 503, models("model-down"));
        }
    }

    private ObjectNode models(String word) {
        ObjectNode state = state(word);
        List<Writer> down = readiness.down();
        if (!down.isEmpty()) {
            ArrayNode roles = state.putArray("down");
            down.forEach(role -> roles.add(Json.word(role)));
        }
        return state;
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
