package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.event.Tally;
import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Ended;
import dev.glimprouter.gateway.internal.chat.EndedJson;
import dev.glimprouter.gateway.internal.chat.Extension;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * One response as JSON, in each of its states.
 *
 * @param requestId names the request
 * @param created seconds since 1970
 * @param echo what is repeated of the request
 */
record ResponseJson(String requestId, long created, Echo echo) {

    private static final int BUSY = 429;
    private static final int SERVER = 500;

    /** The response while it is being written. */
    ObjectNode begun() {
        return object("in_progress", List.of());
    }

    /** The response that is complete, or was cut. */
    ObjectNode ended(Ended how, List<ObjectNode> output) {
        boolean cut = isCut(how);
        ObjectNode to = object(cut ? "incomplete" : "completed", output);
        if (cut) {
            to.putObject("incomplete_details").put("reason", "max_output_tokens");
        }
        to.set("usage", usage(how.tally()));
        to.set(Extension.FIELD, EndedJson.extension(how.tally()));
        return to;
    }

    /** Whether a limit ended the answer. */
    static boolean isCut(Ended how) {
        return how.finishReason().equals("length");
    }

    /** The response that failed. */
    ObjectNode failed(ApiError error, List<ObjectNode> output) {
        ObjectNode to = object("failed", output);
        String code =
                error.status() == BUSY
                        ? "rate_limit_exceeded"
                        : error.status() >= SERVER ? "server_error" : "invalid_prompt";
        to.putObject("error").put("code", code).put("message", error.message());
        return to;
    }

    private ObjectNode object(String status, List<ObjectNode> output) {
        ObjectNode to =
                Json.object()
                        .put("id", "resp_" + requestId)
                        .put("object", "response")
                        .put("created_at", created)
                        .put("status", status)
                        .putNull("error")
                        .putNull("incomplete_details");
        echo.put(to);
        to.putArray("output").addAll(output);
        to.putNull("usage");
        return to;
    }

    private static ObjectNode usage(Tally tally) {
        List<Tally> one = List.of(tally);
        long input = Tally.promptTokens(one);
        long output = Tally.completionTokens(one);
        ObjectNode to = Json.object().put("input_tokens", input);
        to.putObject("input_tokens_details").put("cached_tokens", 0);
        to.put("output_tokens", output);
        to.putObject("output_tokens_details").put("reasoning_tokens", Tally.reasoningTokens(one));
        return to.put("total_tokens", input + output);
    }

    /** The item of the reasoning. */
    ObjectNode reasoning(String status, String text) {
        ObjectNode to = item("reasoning", reasoningId(), status);
        if (text.isEmpty()) {
            to.putArray("summary");
        } else {
            to.putArray("summary").add(summaryPart(text));
        }
        return to;
    }

    /** The item of the answer; without content while nothing of it has come. */
    ObjectNode message(String status) {
        ObjectNode to = item("message", messageId(), status).put("role", "assistant");
        to.putArray("content");
        return to;
    }

    /** The same with a text. */
    ObjectNode message(String status, String text) {
        ObjectNode to = message(status);
        to.putArray("content").add(textPart(text));
        return to;
    }

    private static ObjectNode item(String type, String id, String status) {
        return Json.object().put("id", id).put("type", type).put("status", status);
    }

    String reasoningId() {
        return "rs_" + requestId;
    }

    String messageId() {
        return "msg_" + requestId;
    }

    /** The only part of the reasoning. */
    static ObjectNode summaryPart(String text) {
        return Json.object().put("type", "summary_text").put("text", text);
    }

    /** The only part of the answer. */
    static ObjectNode textPart(String text) {
        ObjectNode to = Json.object().put("type", "output_text").put("text", text);
        to.putArray("annotations");
        to.putArray("logprobs");
        return to;
    }
}
