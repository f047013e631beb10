package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Attributes and methods of values; there is no way from here to a Java object. */
final class Attributes {
    private Attributes() {}

    /** {@code target.name}: a method or attribute first, then a key of a mapping. */
    static Value get(RenderContext context, Value target, String name) {
        if (target instanceof Value.Undefined undefined) {
            throw undefined.error();
        }
        Value found = find(context, target, name);
        if (found instanceof Value.Undefined && target instanceof Value.Dict dict) {
            Value value = dict.entries().get(Text.ofTemplate(name));
            return value == null ? found : value;
        }
        return found;
    }

    /** A method or attribute, without the keys of a mapping. */
    static Value find(RenderContext context, Value target, String name) {
        Value missing = new Value.Undefined("'" + name + "' of " + Values.typeName(target));
        return switch (target) {
            case Text text -> {
                TextMethods.Method method = TextMethods.find(name);
                yield method == null
                        ? missing
                        : new Value.Function(
                                name,
                                arguments -> {
                                    context.limits().work(text.length());
                                    return method.call(context, text, arguments);
                                });
            }
            case Value.Dict dict -> dictMethod(context, dict, name, missing);
            case Value.Sequence sequence -> sequenceMethod(context, sequence, name, missing);
            case Value.Namespace namespace -> namespace.values().getOrDefault(name, missing);
            case Loop loop -> loop.attribute(name);
            case Value.Undefined _,
                    Value.None _,
                    Value.Bool _,
                    Value.Int _,
                    Value.Real _,
                    Value.Function _ ->
                    missing;
        };
    }

    private static Value dictMethod(
            RenderContext context, Value.Dict dict, String name, Value missing) {
        return switch (name) {
            case "keys" -> function(name, () -> context.list(List.copyOf(dict.entries().keySet())));
            case "values" ->
                    function(name, () -> context.list(List.copyOf(dict.entries().values())));
            case "items" -> function(name, () -> items(context, dict));
            case "copy" -> function(name, () -> dict);
            case "get" ->
                    new Value.Function(
                            name,
                            arguments -> {
                                Bound bound = arguments.bind(name, "key", "default");
                                Value found = dict.entries().get(Values.key(bound.value("key")));
                                return found != null
                                        ? found
                                        : bound.valueOr("default", Value.None.NONE);
                            });
            default -> missing;
        };
    }

    private static Value function(String name, Supplier<Value> body) {
        return new Value.Function(
                name,
                arguments -> {
                    arguments.bind(name);
                    return body.get();
                });
    }

    /** The entries of a mapping as pairs. */
    static Value items(RenderContext context, Value.Dict dict) {
        context.limits().work(dict.entries().size());
        List<Value> pairs = new ArrayList<>();
        dict.entries().forEach((key, value) -> pairs.add(Value.Sequence.tuple(key, value)));
        return context.list(pairs);
    }

    private static Value sequenceMethod(
            RenderContext context, Value.Sequence sequence, String name, Value missing) {
        return switch (name) {
            case "index" ->
                    new Value.Function(name, arguments -> indexOf(context, sequence, arguments));
            case "count" ->
                    new Value.Function(name, arguments -> count(context, sequence, arguments));
            default -> missing;
        };
    }

    private static Value indexOf(
            RenderContext context, Value.Sequence sequence, Arguments arguments) {
        Value wanted = arguments.bind("index", "value").value("value");
        for (int i = 0; i < sequence.items().size(); i++) {
            if (Operators.equal(context, sequence.items().get(i), wanted)) {
                return new Value.Int(i);
            }
        }
        throw new JinjaException("index: the value is not in the list");
    }

    private static Value count(
            RenderContext context, Value.Sequence sequence, Arguments arguments) {
        Value wanted = arguments.bind("count", "value").value("value");
        return new Value.Int(
                sequence.items().stream()
                        .filter(item -> Operators.equal(context, item, wanted))
                        .count());
    }
}
