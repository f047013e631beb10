package dev.glimprouter.trace.internal;

import dev.glimprouter.reasoning.Writer;

import tools.jackson.databind.node.ObjectNode;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Something for each writer as JSON: an object with the fields {@code small} and {@code large}. */
public final class WriterMap {

    private WriterMap() {}

    /** An object with a field for each writer in the map. */
    public static <T> ObjectNode encode(Map<Writer, T> map, Function<T, ObjectNode> encoder) {
        ObjectNode to = Json.object();
        for (Writer writer : Writer.values()) {
            T value = map.get(writer);
            if (value != null) {
                to.set(Json.word(writer), encoder.apply(value));
            }
        }
        return to;
    }

    /** The map that such an object holds. */
    public static <T> Map<Writer, T> decode(Fields from, Function<Fields, T> decoder) {
        Map<Writer, T> map = new EnumMap<>(Writer.class);
        for (String name : from.names()) {
            map.put(Fields.wordOf(name, Writer.class), decoder.apply(from.child(name)));
        }
        return map;
    }
}
