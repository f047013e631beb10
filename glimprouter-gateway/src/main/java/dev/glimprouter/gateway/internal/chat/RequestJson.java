package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.gateway.Bounds;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies: one JSON object, in which no field stands twice, within bounds. Thread safe. */
public final class RequestJson {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    private final JsonMapper mapper;

    /** A reader within these bounds. */
    public RequestJson(Bounds bounds) {
        mapper =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(bounds.depth())
                                                        .maxNumberLength(LONGEST_NUMBER)
                                                        .maxNameLength(LONGEST_NAME)
                                                        .maxStringLength(bounds.bodyBytes())
                                                        .build())
                                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                        .build())
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build();
    }

    /** The object in a body. */
    public ObjectNode read(byte[] body) {
        JsonNode node;
        try {
            node = mapper.readTree(body);
        } catch (StreamConstraintsException beyond) {
            throw broken("The body is nested too deep, or holds too long a name or number.");
        } catch (JacksonException broken) {
            // The parser's own words may quote the body.
            throw broken("The body is not one JSON object in UTF-8 without repeated fields.");
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw broken("The body must be a JSON object.");
    }

    private static Refusal broken(String message) {
        return new Refusal(ApiError.ofRequest(400, "invalid_json", message));
    }
}
