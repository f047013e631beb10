package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * What every object of one reply begins with.
 *
 * @param id names the reply
 * @param created seconds since 1970
 * @param model the model as the client named it
 */
record ReplyHead(String id, long created, String model) {

    ObjectNode json(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }
}
