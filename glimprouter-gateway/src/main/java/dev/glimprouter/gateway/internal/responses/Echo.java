package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.ChatRequest.Draws;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/**
 * What a response repeats of its request.
 *
 * @param model the model as the client named it
 * @param instructions the system message
 * @param mostTokens most tokens of reasoning and answer
 * @param draws how tokens are drawn
 * @param metadata whatever the client likes
 */
record Echo(
        String model,
        Optional<String> instructions,
        Optional<Integer> mostTokens,
        Draws draws,
        Optional<JsonNode> metadata) {

    void put(ObjectNode to) {
        to.put("model", model)
                .put("instructions", instructions.orElse(null))
                .put("max_output_tokens", mostTokens.orElse(null))
                .put("temperature", draws.temperature().orElse(null))
                .put("top_p", draws.topP().orElse(null));
        to.set("metadata", metadata.orElseGet(Json::object));
        to.put("parallel_tool_calls", true).put("tool_choice", "auto");
        to.putArray("tools");
        to.putObject("text").putObject("format").put("type", "text");
        to.putObject("reasoning").putNull("effort").putNull("summary");
        to.put("truncation", "disabled").putNull("previous_response_id");
        to.put("background", false).put("store", false);
    }
}
