package dev.glimprouter.trace.internal;

import dev.glimprouter.internal.names.Words;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** JSON as this project writes it: trees only, odd doubles as strings, one line, plain UTF-8. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Sets a number; NaN and the infinities, which JSON lacks, become strings. */
    public static void putReal(ObjectNode to, String name, double value) {
        if (Double.isFinite(value)) {
            to.put(name, value);
        } else {
            to.put(name, Double.toString(value));
        }
    }

    /** The same; null where there is none. */
    public static void putReal(ObjectNode to, String name, OptionalDouble value) {
        if (value.isPresent()) {
            putReal(to, name, value.getAsDouble());
        } else {
            to.putNull(name);
        }
    }

    /** The word for an enum's constant: lower case, with hyphens. */
    public static String word(Enum<?> constant) {
        return Words.of(constant);
    }

    /** An object or a list on one line, without a line end. */
    public static String text(JsonNode node) {
        return escapeRest(MAPPER.writeValueAsString(node));
    }

    /** The same for people: one field a line. */
    public static String indented(JsonNode node) {
        return escapeRest(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    }

    /** A text as a value, with its quotes. */
    public static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == '"' || c == '\\') {
                return text(JsonNodeFactory.instance.stringNode(text));
            }
        }
        return '"' + text + '"';
    }

    /** The object as a line of UTF-8, with its line end. */
    public static byte[] line(ObjectNode object) {
        return (text(object) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one object.
     *
     * @throws IllegalArgumentException if the bytes are not exactly one JSON object in UTF-8
     */
    public static Fields read(byte[] utf8) {
        return Fields.parse(MAPPER, utf8);
    }

    /**
     * Escapes what JSON would let through but other readers trip over: lone surrogates, which UTF-8
     * cannot hold, and the separators and controls that some take for line ends or obey. All of
     * them can only stand inside a string here.
     */
    private static String escapeRest(String json) {
        int i = 0;
        while (i < json.length() && isHarmless(json, i)) {
            i++;
        }
        if (i == json.length()) {
            return json;
        }
        StringBuilder out = new StringBuilder(json.length() + 16).append(json, 0, i);
        for (; i < json.length(); i++) {
            if (isHarmless(json, i)) {
                out.append(json.charAt(i));
            } else {
                out.append("\\u%04X".formatted((int) json.charAt(i)));
            }
        }
        return out.toString();
    }

    private static boolean isHarmless(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x7F) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c > 0x9F && c != '\u2028' && c != '\u2029';
    }
}
