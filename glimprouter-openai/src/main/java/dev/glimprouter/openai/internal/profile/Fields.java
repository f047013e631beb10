package dev.glimprouter.openai.internal.profile;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of an object in a profile, each read once by name and type.
 *
 * <p>What is missing, of another type or unknown is an {@link IllegalArgumentException} that names
 * the field by its whole path.
 */
final class Fields {

    private final ObjectNode object;
    private final String place;
    private final Set<String> read = new HashSet<>();

    Fields(ObjectNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /** What {@code reading} makes of the object, of which it must have read every field. */
    <T> T whole(Function<Fields, T> reading) {
        T result = reading.apply(this);
        for (String name : object.propertyNames()) {
            if (!read.contains(name)) {
                throw new IllegalArgumentException("unknown field \"%s%s\"".formatted(place, name));
            }
        }
        return result;
    }

    String text(String name) {
        return maybeText(name).orElseThrow(() -> wrong(name, "there"));
    }

    Optional<String> maybeText(String name) {
        return maybe(name, JsonNode::isString, "a string").map(JsonNode::stringValue);
    }

    int count(String name, int absent) {
        return maybe(name, node -> node.isIntegralNumber() && node.canConvertToInt(), "a number")
                .map(JsonNode::intValue)
                .orElse(absent);
    }

    boolean flag(String name) {
        return maybe(name, JsonNode::isBoolean, "true or false")
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    <E extends Enum<E>> E word(String name, Class<E> type, @Nullable E absent) {
        Optional<String> word = maybeText(name);
        if (word.isEmpty() && absent != null) {
            return absent;
        }
        return wordOf(name, word.orElse(""), type);
    }

    <E extends Enum<E>> List<E> words(String name, Class<E> type) {
        return texts(name).stream().map(word -> wordOf(name, word, type)).toList();
    }

    List<String> texts(String name) {
        return items(name).stream()
                .map(
                        item -> {
                            if (!item.isString()) {
                                throw wrong(name, "a list of strings");
                            }
                            return item.stringValue();
                        })
                .toList();
    }

    ObjectNode object(String name) {
        return maybe(name, JsonNode::isObject, "an object")
                .map(JsonNode::asObject)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    <T> T child(String name, Function<Fields, T> reading) {
        return new Fields(object(name), place + name + ".").whole(reading);
    }

    <T> Optional<T> maybeChild(String name, Function<Fields, T> reading) {
        return object.hasNonNull(name) ? Optional.of(child(name, reading)) : Optional.empty();
    }

    <T> List<T> children(String name, Function<Fields, T> reading) {
        return childrenOf(items(name), name, reading);
    }

    /** Lists of objects in a list. */
    <T> List<List<T>> grandchildren(String name, Function<Fields, T> reading) {
        List<List<T>> all = new ArrayList<>();
        for (JsonNode list : items(name)) {
            if (!list.isArray()) {
                throw wrong(name, "a list of lists");
            }
            all.add(childrenOf(List.copyOf(list.asArray().elements()), name, reading));
        }
        return all;
    }

    private <T> List<T> childrenOf(List<JsonNode> items, String name, Function<Fields, T> reading) {
        List<T> children = new ArrayList<>();
        for (JsonNode item : items) {
            if (!(item instanceof ObjectNode child)) {
                throw wrong(name, "a list of objects");
            }
            String at = "%s%s[%d].".formatted(place, name, children.size());
            children.add(new Fields(child, at).whole(reading));
        }
        return children;
    }

    private List<JsonNode> items(String name) {
        return maybe(name, JsonNode::isArray, "a list")
                .map(list -> List.copyOf(list.asArray().elements()))
                .orElse(List.of());
    }

    private Optional<JsonNode> maybe(String name, Function<JsonNode, Boolean> fits, String what) {
        read.add(name);
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.apply(value)) {
            throw wrong(name, what);
        }
        return Optional.of(value);
    }

    private <E extends Enum<E>> E wordOf(String name, String word, Class<E> type) {
        return Words.of(word, type)
                .orElseThrow(() -> wrong(name, "one of " + String.join(", ", Words.all(type))));
    }

    private IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(
                "the field \"%s%s\" must be %s".formatted(place, name, what));
    }
}
