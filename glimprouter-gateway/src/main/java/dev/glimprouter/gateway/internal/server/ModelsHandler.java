package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.Allowance;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.trace.internal.Json;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Lists the names that a client may ask for: the pair, and the pair under each profile.
 *
 * @param service what is served
 * @param created seconds since 1970 of the gateway's start
 */
record ModelsHandler(Service service, long created) {

    void list(ServerRequest request, ServerResponse response) {
        ObjectNode to = Json.object().put("object", "list");
        ArrayNode data = to.putArray("data");
        names(request).forEach(name -> data.add(model(name)));
        Answers.json(response, Json.text(to));
    }

    void one(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("model");
        if (names(request).contains(name)) {
            Answers.json(response, Json.text(model(name)));
        } else {
            Answers.error(
                    response,
                    ApiError.ofRequest(
                            404, "model_not_found", "There is no such model: see /v1/models."));
        }
    }

    private List<String> names(ServerRequest request) {
        Served now = service.now();
        Allowance allowance = now.settings().access().of(Guest.of(request).owner());
        return now.offer().modelNames().stream().filter(allowance::allows).toList();
    }

    private ObjectNode model(String name) {
        return Json.object()
                .put("id", name)
                .put("object", "model")
                .put("created", created)
                .put("owned_by", "glimprouter");
    }
}
