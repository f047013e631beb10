package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all values can be asked: truth, items, length, and their Java counterparts. */
final class Values {
    static final Value TRUE = new Value.Bool(true);
    static final Value FALSE = new Value.Bool(false);

    private Values() {}

    static Value of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    /** The value of a Java object: null, text, boolean, integer, list or map with string keys. */
    static Value of(@Nullable Object object) {
        return switch (object) {
            case null -> Value.None.NONE;
            case Value value -> value;
            case String string -> Text.ofTemplate(string);
            case Boolean truth -> of(truth.booleanValue());
            case Integer integer -> new Value.Int(integer);
            case Long integer -> new Value.Int(integer);
            case List<?> list -> Value.Sequence.list(list.stream().map(Values::of).toList());
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<Value, Value>();
                map.forEach((key, value) -> entries.put(of(key), of(value)));
                yield Value.Dict.of(entries);
            }
            default ->
                    throw new IllegalArgumentException(
                            "no template value for " + object.getClass());
        };
    }

    static boolean truth(Value value) {
        return switch (value) {
            case Value.Undefined _ -> false;
            case Value.None _ -> false;
            case Value.Bool bool -> bool.value();
            case Value.Int integer -> integer.value() != 0;
            case Value.Real real -> real.value() != 0;
            case Text text -> !text.isEmpty();
            case Value.Sequence sequence ->
                    sequence.kind() == Value.SequenceKind.GENERATOR || !sequence.items().isEmpty();
            case Value.Dict dict -> !dict.entries().isEmpty();
            case Value.Namespace _, Value.Function _, Loop _ -> true;
        };
    }

    /** The items that a for statement walks over. */
    static List<Value> items(Value value) {
        return switch (value) {
            case Value.Sequence sequence -> sequence.items();
            case Value.Dict dict -> List.copyOf(dict.entries().keySet());
            case Text text -> characters(text);
            case Value.Undefined _ -> List.of();
            case Value.None _,
                    Value.Bool _,
                    Value.Int _,
                    Value.Real _,
                    Value.Namespace _,
                    Value.Function _,
                    Loop _ ->
                    throw new JinjaException(typeName(value) + " cannot be iterated over");
        };
    }

    static boolean iterable(Value value) {
        return switch (value) {
            case Value.Sequence _, Value.Dict _, Text _, Value.Undefined _, Loop _ -> true;
            case Value.None _,
                    Value.Bool _,
                    Value.Int _,
                    Value.Real _,
                    Value.Namespace _,
                    Value.Function _ ->
                    false;
        };
    }

    /** Python's {@code len}. */
    static int length(Value value) {
        return switch (value) {
            case Text text -> Python.length(text.chars());
            case Value.Dict dict -> dict.entries().size();
            case Value.Undefined _ -> 0;
            case Loop loop -> loop.items().size();
            case Value.Sequence sequence when sequence.kind() != Value.SequenceKind.GENERATOR ->
                    sequence.items().size();
            case Value.Sequence _,
                    Value.None _,
                    Value.Bool _,
                    Value.Int _,
                    Value.Real _,
                    Value.Namespace _,
                    Value.Function _ ->
                    throw new JinjaException(typeName(value) + " has no length");
        };
    }

    /** The value as a key of a mapping. */
    static Value key(Value value) {
        return switch (value) {
            case Text _, Value.None _, Value.Bool _, Value.Int _, Value.Real _ -> value;
            case Value.Undefined undefined -> throw undefined.error();
            case Value.Sequence _, Value.Dict _, Value.Namespace _, Value.Function _, Loop _ ->
                    throw new JinjaException(typeName(value) + " cannot be a key");
        };
    }

    /** The name of the value's Python type, for errors. */
    static String typeName(Value value) {
        return switch (value) {
            case Text _ -> "a string";
            case Value.Undefined undefined -> undefined.what();
            case Value.None _ -> "none";
            case Value.Bool _ -> "a boolean";
            case Value.Int _ -> "an integer";
            case Value.Real _ -> "a float";
            case Value.Sequence sequence ->
                    switch (sequence.kind()) {
                        case LIST -> "a list";
                        case TUPLE -> "a tuple";
                        case GENERATOR -> "a generator";
                    };
            case Value.Dict _ -> "a mapping";
            case Value.Namespace _ -> "a namespace";
            case Value.Function function -> "the function " + function.name();
            case Loop _ -> "the loop";
        };
    }

    private static List<Value> characters(Text text) {
        List<Value> characters = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int next = text.chars().offsetByCodePoints(at, 1);
            characters.add(text.slice(at, next));
            at = next;
        }
        return characters;
    }
}
