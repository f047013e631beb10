package dev.glimprouter.openai.internal.wire;

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

    /** What the server keeps apart as thoughts. */
    static String thoughts(JsonNode choice, List<String> reasoningFields) {
        return join(choice, reasoningFields);
    }

    /** All other text. */
    static String said(JsonNode choice) {
        return join(choice, ORDINARY);
    }

    private static String join(JsonNode choice, List<String> names) {
        JsonNode message = choice.path("delta");
        if (!message.isObject()) {
            message = choice.path("message");
        }
        JsonNode from = message.isObject() ? message : choice;
        String all = "";
        String last = "";
        for (String name : names) {
            String text = Json.text(from, name);
            if (!text.isEmpty() && !text.equals(last)) {
                all = all + text;
                last = text;
            }
        }
        return all;
    }
}
