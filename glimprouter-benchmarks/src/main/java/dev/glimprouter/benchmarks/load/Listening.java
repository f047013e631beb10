package dev.glimprouter.benchmarks.load;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** Puts together what the data of a stream's events tell. Used by one thread. */
final class Listening {

    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();
    private String end = "";
    private boolean done;
    private Optional<String> error = Optional.empty();
    private long tokens;

    /** Hears the data of an event. */
    void hear(String data) {
        if (done || error.isPresent()) {
            throw new IllegalStateException("something follows the end: " + data);
        }
        if (data.equals("[DONE]")) {
            done = true;
            return;
        }
        JsonNode json = JsonMapper.shared().readTree(data);
        if (json.has("type")) {
            response(json);
        } else {
            chunk(json);
        }
    }

    private void chunk(JsonNode json) {
        if (json.has("error")) {
            error = Optional.of(json.path("error").path("code").asString());
            return;
        }
        tokens = json.path("usage").path("total_tokens").asLong(tokens);
        JsonNode choice = json.path("choices").path(0);
        reasoning.append(choice.path("delta").path("reasoning_content").asString(""));
        answer.append(choice.path("delta").path("content").asString(""));
        end = choice.path("finish_reason").asString(end);
    }

    private void response(JsonNode json) {
        switch (json.path("type").asString()) {
            case "response.reasoning_summary_text.delta" ->
                    reasoning.append(json.path("delta").asString());
            case "response.output_text.delta" -> answer.append(json.path("delta").asString());
            case "response.completed", "response.incomplete" -> {
                end = json.path("response").path("status").asString();
                tokens = json.path("response").path("usage").path("total_tokens").asLong(0);
                done = true;
            }
            case "response.failed" ->
                    error =
                            Optional.of(
                                    json.path("response").path("error").path("code").asString());
            default -> {}
        }
    }

    /** All that was told, once the stream is over. */
    Told told() {
        return new Told(reasoning.toString(), answer.toString(), done ? end : "", error, tokens);
    }

    /** What a reply told that came as a whole. */
    static Told whole(JsonNode json) {
        if (json.has("error") && json.path("error").isObject()) {
            return new Told("", "", "", Optional.of(json.path("error").path("code").asString()), 0);
        }
        long tokens = json.path("usage").path("total_tokens").asLong(0);
        if (json.has("output")) {
            String thoughts = "";
            String text = "";
            for (JsonNode item : json.path("output")) {
                thoughts += item.path("summary").path(0).path("text").asString("");
                text += item.path("content").path(0).path("text").asString("");
            }
            return new Told(
                    thoughts, text, json.path("status").asString(), Optional.empty(), tokens);
        }
        JsonNode choice = json.path("choices").path(0);
        return new Told(
                choice.path("message").path("reasoning_content").asString(""),
                choice.path("message").path("content").asString(""),
                choice.path("finish_reason").asString(),
                Optional.empty(),
                tokens);
    }
}
