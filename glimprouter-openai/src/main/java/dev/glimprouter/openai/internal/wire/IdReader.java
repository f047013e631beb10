package dev.glimprouter.openai.internal.wire;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** The ids of a piece's tokens: told by themselves, or else those of its entries. */
final class IdReader {

    private IdReader() {}

    static List<Integer> read(JsonNode choice, List<Entry> entries) {
        for (String name : List.of("token_ids", "tokens")) {
            JsonNode ids = choice.path(name);
            if (ids.isArray() && !ids.isEmpty()) {
                return ids.valueStream().allMatch(JsonNode::canConvertToInt)
                        ? ids.valueStream().map(JsonNode::intValue).toList()
                        : List.of();
            }
        }
        boolean known = entries.stream().allMatch(entry -> entry.id() >= 0);
        return known ? entries.stream().map(Entry::id).toList() : List.of();
    }
}
