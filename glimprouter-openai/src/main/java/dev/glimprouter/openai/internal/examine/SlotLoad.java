package dev.glimprouter.openai.internal.examine;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** Reads llama-server's {@code /slots}. */
final class SlotLoad {

    static final String PATH = "/slots";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SlotLoad() {}

    /** What one slot is doing; empty if the answer does not tell. */
    static Optional<Load.Reading> read(String body, int slot) {
        try {
            return MAPPER.readTree(body)
                    .valueStream()
                    .filter(one -> one.path("id").asInt(-1) == slot)
                    .filter(one -> one.path("is_processing").isBoolean())
                    .findFirst()
                    .map(
                            one ->
                                    new Load.Reading(
                                            one.path("is_processing").booleanValue(),
                                            decoded(one.path("next_token"))));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    /** Tokens of its last request: an object in some versions, a list of one in others. */
    private static long decoded(JsonNode next) {
        return (next.isArray() ? next.path(0) : next).path("n_decoded").asLong(0);
    }
}
