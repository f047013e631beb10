package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

/** Failures in the shape of OpenAI's API. */
public final class ErrorJson {

    private ErrorJson() {}

    /** The object on one line. */
    public static String of(ApiError error) {
        ObjectNode to = Json.object();
        ObjectNode inner = to.putObject("error").put("message", error.message());
        inner.put("type", error.type());
        inner.put("param", error.param().orElse(null));
        inner.put("code", error.code().orElse(null));
        return Json.text(to);
    }
}
