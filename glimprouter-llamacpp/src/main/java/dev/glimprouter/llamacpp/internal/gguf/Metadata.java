package dev.glimprouter.llamacpp.internal.gguf;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Metadata by key, with the type that libllama demands. */
record Metadata(Map<String, Value> values) {

    Metadata {
        values = Map.copyOf(values);
    }

    boolean hasKeyUnder(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    Optional<String> text(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case Value.Text(String text) -> Optional.of(text);
            case Value other -> throw wrongType(key, "a string", other);
        };
    }

    String requireText(String key) {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() -> missing(key));
    }

    /** An unsigned number of 32 bits. */
    OptionalLong u32(String key) {
        return switch (values.get(key)) {
            case null -> OptionalLong.empty();
            case Value.Whole(ValueType type, long number) when type == ValueType.UINT32 ->
                    OptionalLong.of(number);
            case Value other -> throw wrongType(key, "a uint32", other);
        };
    }

    /** A number that has to be there and within a range. */
    int require(String key, int least, int most) {
        return within(key, u32(key).orElseThrow(() -> missing(key)), least, most);
    }

    /** A number that has to be within a range if it is there. */
    OptionalInt optional(String key, int least, int most) {
        OptionalLong number = u32(key);
        return number.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(within(key, number.getAsLong(), least, most));
    }

    Optional<Boolean> flag(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case Value.Flag(boolean on) -> Optional.of(on);
            case Value other -> throw wrongType(key, "a bool", other);
        };
    }

    /** Fails where a real number is no number, infinite or negative. */
    void checkReal(String key) {
        switch (values.get(key)) {
            case null -> {}
            case Value.Real(ValueType type, double number) when type == ValueType.FLOAT32 -> {
                if (!(number >= 0) || Double.isInfinite(number)) {
                    throw new Broken(key + " is " + number);
                }
            }
            case Value other -> throw wrongType(key, "a float32", other);
        }
    }

    Optional<Value.Sequence> sequence(String key, ValueType... elements) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case Value.Sequence sequence when List.of(elements).contains(sequence.element()) ->
                    Optional.of(sequence);
            case Value other -> throw wrongType(key, "an array of " + elements[0].title(), other);
        };
    }

    Value.Sequence requireSequence(String key, ValueType... elements) {
        return sequence(key, elements).orElseThrow(() -> missing(key));
    }

    @Nullable Value get(String key) {
        return values.get(key);
    }

    static Broken missing(String key) {
        return new Broken("it has no " + key);
    }

    private static int within(String key, long number, int least, int most) {
        if (number < least || number > most) {
            throw new Broken(key + " is " + number + ", expected " + least + " to " + most);
        }
        return (int) number;
    }

    private static Broken wrongType(String key, String expected, Value found) {
        String type =
                found instanceof Value.Sequence(ValueType element, int _, long _)
                        ? "an array of " + element.title()
                        : "of type " + found.type().title();
        return new Broken(key + " should be " + expected + " but is " + type);
    }
}
