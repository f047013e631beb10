package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.error.ContextFullException;
import dev.glimprouter.error.Details;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** A failure that a server tells in the body of a reply, under whatever status. */
final class ServerError {

    private ServerError() {}

    /** Throws what the reply tells, if it tells a failure. */
    static void check(ObjectNode root, String server) {
        JsonNode error = root.path("error");
        if (error.isObject() || error.isString()) {
            throw of(error, server);
        }
        if (Json.text(root, "object").equals("error")) {
            throw of(root, server);
        }
    }

    private static GlimpRouterException of(JsonNode error, String server) {
        String told = error.isString() ? error.stringValue() : Json.text(error, "message");
        String message = Json.excerpt(told.isEmpty() ? error.toString() : told);
        int code = error.path("code").asInt(0);
        OptionalInt status = code >= 100 && code < 600 ? OptionalInt.of(code) : OptionalInt.empty();
        Details details = new Details(server, status, Optional.empty());
        String type = Json.text(error, "type");
        if (isContext(type, message)) {
            return new ContextFullException(
                    "%s has no room for this text: %s".formatted(server, message), details);
        }
        if (isRequest(code, type)) {
            return new RequestException(
                    "%s refused the request: %s".formatted(server, message), details, null);
        }
        return new RetryableException("%s failed: %s".formatted(server, message), details, null);
    }

    private static boolean isContext(String type, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return type.equals("exceed_context_size_error")
                || lower.contains("context length")
                || lower.contains("context size")
                || lower.contains("context window");
    }

    private static boolean isRequest(int code, String type) {
        if (code == 0) {
            return type.equals("BadRequestError") || type.equals("invalid_request_error");
        }
        boolean mayPass = code == 408 || code == 409 || code == 425 || code == 429;
        return code >= 400 && code < 500 && !mayPass;
    }
}
