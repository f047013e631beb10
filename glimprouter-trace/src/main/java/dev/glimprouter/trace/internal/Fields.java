package dev.glimprouter.trace.internal;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fields of a JSON object, read by name and type.
 *
 * <p>A field that is missing or of another type is an {@link IllegalArgumentException} that names
 * it. Fields that nobody asks for are ignored.
 *
 * @param object the object
 */
public record Fields(ObjectNode object) {

    /**
     * Reads one object by a mapper of one's own.
     *
     * @throws IllegalArgumentException if the bytes are not exactly one JSON object in UTF-8
     */
    public static Fields parse(JsonMapper mapper, byte[] utf8) {
        JsonNode node;
        try {
            node = mapper.readTree(utf8);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "not valid JSON: " + broken.getOriginalMessage(), broken);
        }
        if (node instanceof ObjectNode object) {
            return new Fields(object);
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /** The fields' names. */
    public Collection<String> names() {
        return object.propertyNames();
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** A text. */
    public String text(String name) {
        JsonNode value = value(name);
        require(value.isString(), name, "a string");
        return value.stringValue();
    }

    /** A text, or nothing where the field is null or missing. */
    public Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** A whole number of 32 bits. */
    public int count(String name) {
        JsonNode value = value(name);
        require(value.isIntegralNumber() && value.canConvertToInt(), name, "a whole number");
        return value.intValue();
    }

    /** A whole number of 64 bits. */
    public long whole(String name) {
        JsonNode value = value(name);
        require(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number");
        return value.longValue();
    }

    /** A whole number of 64 bits, 0 where it is missing. */
    public long wholeOrZero(String name) {
        return has(name) ? whole(name) : 0;
    }

    /** A number, or one of the strings for NaN and the infinities. */
    public double real(String name) {
        JsonNode value = value(name);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return switch (value.asString("")) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw wrong(name, "a number, \"NaN\" or \"Infinity\"");
        };
    }

    /** A truth value. */
    public boolean flag(String name) {
        JsonNode value = value(name);
        require(value.isBoolean(), name, "true or false");
        return value.booleanValue();
    }

    /** A constant of an enum. */
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return wordOf(text(name), type);
    }

    /** The constant that {@link Json#word} gave this word. */
    public static <E extends Enum<E>> E wordOf(String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (Json.word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is no %s".formatted(word, type.getSimpleName().toLowerCase(Locale.ROOT)));
    }

    /** An object. */
    public Fields child(String name) {
        if (value(name) instanceof ObjectNode child) {
            return new Fields(child);
        }
        throw wrong(name, "an object");
    }

    /** An object, or nothing where the field is null or missing. */
    public Optional<Fields> maybe(String name) {
        return has(name) ? Optional.of(child(name)) : Optional.empty();
    }

    /** A list of objects. */
    public List<Fields> children(String name) {
        JsonNode value = value(name);
        require(value.isArray(), name, "a list");
        List<Fields> children = new ArrayList<>();
        for (JsonNode item : value) {
            if (!(item instanceof ObjectNode child)) {
                throw wrong(name, "a list of objects");
            }
            children.add(new Fields(child));
        }
        return children;
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return items(name, JsonNode::isString, "a list of strings", JsonNode::stringValue);
    }

    /** A list of whole numbers of 32 bits. */
    public List<Integer> counts(String name) {
        return items(name, JsonNode::isInt, "a list of whole numbers", JsonNode::intValue);
    }

    private <T> List<T> items(
            String name, Predicate<JsonNode> holds, String what, Function<JsonNode, T> reading) {
        JsonNode value = value(name);
        require(value.isArray(), name, "a list");
        List<T> items = new ArrayList<>();
        for (JsonNode item : value) {
            require(holds.test(item), name, what);
            items.add(reading.apply(item));
        }
        return items;
    }

    private JsonNode value(String name) {
        require(has(name), name, "there");
        return object.get(name);
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw wrong(name, what);
        }
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("the field \"%s\" must be %s".formatted(name, what));
    }
}
