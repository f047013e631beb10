package dev.glimprouter.template.internal.jinja;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Filters that choose items or map them, and {@code default}. */
final class SelectionFilters {
    private SelectionFilters() {}

    static void addTo(Map<String, Filters.Filter> filters) {
        filters.put("default", SelectionFilters::fallback);
        filters.put("d", SelectionFilters::fallback);
        filters.put("map", SelectionFilters::map);
        filters.put("select", (context, input, args) -> choose(context, input, args, false, true));
        filters.put("reject", (context, input, args) -> choose(context, input, args, false, false));
        filters.put(
                "selectattr", (context, input, args) -> choose(context, input, args, true, true));
        filters.put(
                "rejectattr", (context, input, args) -> choose(context, input, args, true, false));
    }

    private static Value fallback(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("default", "default_value", "boolean");
        boolean replaces =
                input instanceof Value.Undefined
                        || (bound.truthOr("boolean", false) && !Values.truth(input));
        return replaces ? bound.valueOr("default_value", Text.EMPTY) : input;
    }

    private static Value map(RenderContext context, Value input, Arguments arguments) {
        return generator(
                context, walk(context, input).stream().map(mapping(context, arguments)).toList());
    }

    private static Function<Value, Value> mapping(RenderContext context, Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            Bound bound = arguments.bind("map", "attribute", "default");
            Function<Value, Value> attribute =
                    SequenceFilters.attribute(context, bound.value("attribute"));
            Value fallback = bound.find("default");
            return item -> {
                Value found = attribute.apply(item);
                return found instanceof Value.Undefined && fallback != null ? fallback : found;
            };
        }
        String filter = name("map", arguments.positional().getFirst());
        return item -> Filters.apply(context, filter, item, arguments.skip(1));
    }

    private static Value choose(
            RenderContext context,
            Value input,
            Arguments arguments,
            boolean byAttribute,
            boolean keep) {
        Function<Value, Value> subject = item -> item;
        Arguments rest = arguments;
        if (byAttribute) {
            if (arguments.positional().isEmpty()) {
                throw new JinjaException("selectattr and rejectattr need an attribute");
            }
            subject = SequenceFilters.attribute(context, arguments.positional().getFirst());
            rest = arguments.skip(1);
        }
        Predicate<Value> test = test(context, rest);
        Function<Value, Value> tested = subject;
        return generator(
                context,
                walk(context, input).stream()
                        .filter(item -> test.test(tested.apply(item)) == keep)
                        .toList());
    }

    private static Predicate<Value> test(RenderContext context, Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            return Values::truth;
        }
        String name = name("select", arguments.positional().getFirst());
        return value -> Tests.holds(context, name, value, arguments.skip(1));
    }

    private static String name(String filter, Value value) {
        if (value instanceof Text text) {
            return text.chars();
        }
        throw new JinjaException(filter + " needs a name, not " + Values.typeName(value));
    }

    /** The items of the input; none for any false value, as in Jinja2. */
    private static List<Value> walk(RenderContext context, Value input) {
        return Values.truth(input) ? context.items(input) : List.of();
    }

    private static Value generator(RenderContext context, List<Value> items) {
        return context.sequence(Value.SequenceKind.GENERATOR, items);
    }
}
