package dev.glimprouter.eval.internal.data;

import dev.glimprouter.trace.internal.Fields;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * One row of a JSON Lines file.
 *
 * @param index from 0, blank lines not counted
 * @param line in the file, from 1
 * @param fields what it holds
 */
record Row(int index, int line, Fields fields) {

    /** A text, or a number or truth value as a text. */
    String text(String name) {
        return maybeText(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the field \"%s\" must be a text or a number"
                                                .formatted(name)));
    }

    /** The same, or nothing where the field is missing, null or of another type. */
    Optional<String> maybeText(String name) {
        JsonNode value = fields.object().path(name);
        return value.isString() || value.isNumber() || value.isBoolean()
                ? Optional.of(value.asString())
                : Optional.empty();
    }
}
