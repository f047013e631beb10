package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first field in which two headers differ that must not. */
final class HeaderDifference {

    private static final int MOST_CHARS = 60;

    /** When the file was begun, and what memory it takes: they say nothing about results. */
    private static final List<String> MAY_CHANGE =
            List.of("startedAt", "models.small.contextBytes", "models.large.contextBytes");

    private HeaderDifference() {}

    /** The field's path with both values, in the middle of a sentence; empty if there is none. */
    static Optional<String> between(ObjectNode before, ObjectNode now) {
        return between("", before, now);
    }

    private static Optional<String> between(String path, ObjectNode before, ObjectNode now) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(now.propertyNames());
        return names.stream()
                .filter(name -> !MAY_CHANGE.contains(path + name))
                .flatMap(
                        name ->
                                between(path + name, value(before, name), value(now, name))
                                        .stream())
                .findFirst();
    }

    private static JsonNode value(ObjectNode object, String name) {
        return Optional.ofNullable(object.get(name)).orElseGet(Json.object()::nullNode);
    }

    private static Optional<String> between(String path, JsonNode before, JsonNode now) {
        if (before instanceof ObjectNode was && now instanceof ObjectNode is) {
            return between(path + ".", was, is);
        }
        return before.equals(now)
                ? Optional.empty()
                : Optional.of("%s was %s and is %s".formatted(path, brief(before), brief(now)));
    }

    private static String brief(JsonNode value) {
        String text = value.isNull() ? "not set" : Json.text(value);
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "...";
    }
}
