package dev.glimprouter.openai.internal.wire;

import static java.util.stream.Collectors.joining;

import tools.jackson.databind.JsonNode;

import java.util.List;

/**
 * The visible text of a piece.
 *
 * <p>Thoughts and answer stand in fields of different names, which servers and versions choose
 * differently. Thoughts come first, because a server that tells them apart cuts after them, however
 * it orders its fields. Two fields of thoughts with the same text are one: vLLM sends an old name
 * beside the new one.
 */
final class TextReader {

    private static final List<String> ORDINARY = List.of("content", "text", "response");

    private TextReader() {}

    static String read(JsonNode choice, List<String> reasoningFields) {
        JsonNode message = choice.path("delta");
        if (!message.isObject()) {
            message = choice.path("message");
        }
        JsonNode from = message.isObject() ? message : choice;
        return join(from, reasoningFields) + join(from, ORDINARY);
    }

    private static String join(JsonNode from, List<String> names) {
        return names.stream().map(name -> Json.text(from, name)).distinct().collect(joining());
    }
}
