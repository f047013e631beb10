package dev.glimprouter.gateway;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what came back. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode of(String text) {
        return MAPPER.readTree(text);
    }

    /** A chat request with these fields beside the usual ones; single quotes stand for double. */
    static String chat(String fields) {
        String more = fields.isBlank() ? "" : "," + fields.replace('\'', '"');
        return "{\"model\":\"glimprouter\",\"messages\":[{\"role\":\"user\",\"content\":\"2 and 2?\"}]%s}"
                .formatted(more);
    }

    static String stream(String fields) {
        return chat("'stream':true" + (fields.isBlank() ? "" : "," + fields));
    }
}
