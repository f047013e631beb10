package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.error.Details;
import dev.glimprouter.error.RetryableException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as servers speak it: trees only, bounded, with Python's NaN and infinities. */
final class Json {

    /** Longest reply in characters: the likeliest 20 of 8192 tokens are about 16 million. */
    static final int MOST_CHARS = 1 << 25;

    private static final int EXCERPT = 200;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxDocumentLength(MOST_CHARS)
                                                    .maxStringLength(MOST_CHARS)
                                                    .maxNestingDepth(64)
                                                    .maxNumberLength(400)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .build())
                    .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static byte[] bytes(ObjectNode object) {
        return MAPPER.writeValueAsBytes(object);
    }

    /**
     * Reads one object.
     *
     * @param server what messages call the server
     * @throws RetryableException if it is none
     */
    static ObjectNode read(String data, String server) {
        if (data.length() > MOST_CHARS) {
            throw noJson(server, "a piece of " + data.length() + " characters", null);
        }
        try {
            if (MAPPER.readTree(data) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException broken) {
            throw noJson(server, excerpt(data), broken);
        }
        throw noJson(server, excerpt(data), null);
    }

    /** The beginning of a server's text, on one line and without controls. */
    static String excerpt(String text) {
        int end = Math.min(text.length(), EXCERPT);
        String start = text.substring(0, end).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return end < text.length() ? start + "..." : start;
    }

    /** The text of a field; empty if it is missing or something else. */
    static String text(JsonNode from, String name) {
        JsonNode value = from.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static RetryableException noJson(
            String server, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new RetryableException(
                "%s did not answer in JSON but with '%s': ask again, or check what runs there."
                        .formatted(server, what),
                Details.of(server),
                cause);
    }
}
