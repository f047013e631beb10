package dev.glimprouter.gateway.internal.chat;

import dev.glimprouter.internal.names.NearestName;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of an object that a client sent, each asked for by name; null is the same as absent.
 *
 * <p>A value of another kind is a {@link Refusal} that names the field. So is, at {@link #finish},
 * a field that nobody asked for.
 */
public final class Fields {

    private final String path;
    private final ObjectNode object;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(String path, ObjectNode object) {
        this.path = path;
        this.object = object;
    }

    /** The fields of a whole request. */
    public static Fields ofBody(ObjectNode body) {
        return new Fields("", body);
    }

    /** The fields of an object at a place that errors name. */
    public static Fields at(String place, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Fields(place + ".", object);
        }
        throw Refusal.ofValue(place, "%s must be an object.".formatted(place));
    }

    /** The place of a field, as errors name it. */
    public String place(String name) {
        return path + name;
    }

    /** A value of any kind. */
    public Optional<JsonNode> value(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    /** A text. */
    public Optional<String> text(String name) {
        return value(name)
                .map(
                        value -> {
                            require(value.isString(), name, "a string");
                            return value.stringValue();
                        });
    }

    /** A truth value. */
    public Optional<Boolean> flag(String name) {
        return value(name)
                .map(
                        value -> {
                            require(value.isBoolean(), name, "true or false");
                            return value.booleanValue();
                        });
    }

    /** A whole number within a range. */
    public Optional<Integer> whole(String name, int least, int most) {
        return value(name)
                .map(
                        value -> {
                            boolean fits =
                                    value.isIntegralNumber()
                                            && value.canConvertToInt()
                                            && value.intValue() >= least
                                            && value.intValue() <= most;
                            String range =
                                    most == Integer.MAX_VALUE
                                            ? "%d or more".formatted(least)
                                            : "from %d to %d".formatted(least, most);
                            require(fits, name, "a whole number, " + range);
                            return value.intValue();
                        });
    }

    /** A whole number of 64 bits. */
    public Optional<Long> wholeLong(String name) {
        return value(name)
                .map(
                        value -> {
                            boolean fits = value.isIntegralNumber() && value.canConvertToLong();
                            require(fits, name, "a whole number of 64 bits");
                            return value.longValue();
                        });
    }

    /** A number. */
    public Optional<Double> real(String name) {
        return value(name)
                .map(
                        value -> {
                            require(value.isNumber(), name, "a number");
                            return value.doubleValue();
                        });
    }

    /** A list. */
    public Optional<ArrayNode> list(String name) {
        return value(name)
                .map(
                        value -> {
                            if (value instanceof ArrayNode list) {
                                return list;
                            }
                            throw wrong(name, "a list");
                        });
    }

    /** An object of its own. */
    public Optional<Fields> object(String name) {
        return value(name).map(value -> at(place(name), value));
    }

    /** Refuses what nobody has asked for. */
    public void finish() {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            if (!asked.contains(name) && !field.getValue().isNull()) {
                throw new Refusal(
                        ApiError.ofField(
                                place(name),
                                "unknown_parameter",
                                "There is no field '%s'%s"
                                        .formatted(place(name), hint(List.copyOf(asked), name))));
            }
        }
    }

    private static String hint(List<String> known, String name) {
        return NearestName.among(known, name)
                .map(near -> ": did you mean " + near + "?")
                .orElse(" here: leave it out.");
    }

    /** A value that is not of the kind that is wanted. */
    public Refusal wrong(String name, String wanted) {
        return Refusal.ofValue(place(name), "%s must be %s.".formatted(place(name), wanted));
    }

    private void require(boolean holds, String name, String wanted) {
        if (!holds) {
            throw wrong(name, wanted);
        }
    }
}
