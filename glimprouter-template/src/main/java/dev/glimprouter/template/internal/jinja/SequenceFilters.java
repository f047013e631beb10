package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Filters over whole sequences and mappings. */
final class SequenceFilters {
    private SequenceFilters() {}

    static void addTo(Map<String, Filters.Filter> filters) {
        filters.put("length", (_, input, _) -> new Value.Int(Values.length(input)));
        filters.put("count", (_, input, _) -> new Value.Int(Values.length(input)));
        filters.put("first", (context, input, _) -> end(context.items(input), true));
        filters.put("last", (context, input, _) -> end(context.items(input), false));
        filters.put("list", (context, input, _) -> context.list(context.items(input)));
        filters.put("reverse", SequenceFilters::reverse);
        filters.put("join", SequenceFilters::join);
        filters.put("items", (context, input, _) -> items(context, input));
        filters.put("dictsort", SequenceFilters::dictSort);
        filters.put("sort", SequenceFilters::sort);
        filters.put("unique", (context, input, _) -> unique(context, input));
        filters.put("sum", SequenceFilters::sum);
        filters.put("min", (context, input, _) -> extreme(context, input, false));
        filters.put("max", (context, input, _) -> extreme(context, input, true));
    }

    private static Value end(List<Value> items, boolean first) {
        if (items.isEmpty()) {
            return new Value.Undefined("an item of an empty sequence");
        }
        return first ? items.getFirst() : items.getLast();
    }

    private static Value reverse(RenderContext context, Value input, Arguments arguments) {
        arguments.bind("reverse");
        List<Value> reversed = context.items(input).reversed();
        return input instanceof Text
                ? TextOperations.join(context, Text.EMPTY, reversed)
                : context.sequence(Value.SequenceKind.GENERATOR, reversed);
    }

    private static Value join(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("join", "d", "attribute");
        Text separator = Printer.text(context, bound.valueOr("d", Text.EMPTY));
        Function<Value, Value> part = attribute(context, bound.find("attribute"));
        return TextOperations.join(
                context, separator, context.items(input).stream().map(part).toList());
    }

    private static Value items(RenderContext context, Value input) {
        return switch (input) {
            case Value.Undefined _ -> context.list(List.of());
            case Value.Dict dict -> Attributes.items(context, dict);
            default ->
                    throw new JinjaException(
                            "items needs a mapping, not " + Values.typeName(input));
        };
    }

    private static Value dictSort(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("dictsort", "case_sensitive", "by", "reverse");
        if (!(input instanceof Value.Dict dict)) {
            throw new JinjaException("dictsort needs a mapping, not " + Values.typeName(input));
        }
        int part = bound.textOr("by", Text.ofTemplate("key")).chars().equals("value") ? 1 : 0;
        boolean caseSensitive = bound.truthOr("case_sensitive", false);
        Function<Value, Value> key = pair -> ((Value.Sequence) pair).items().get(part);
        return sorted(
                context, context.items(Attributes.items(context, dict)), key, caseSensitive, bound);
    }

    private static Value sort(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("sort", "reverse", "case_sensitive", "attribute");
        Function<Value, Value> key = attribute(context, bound.find("attribute"));
        return sorted(
                context, context.items(input), key, bound.truthOr("case_sensitive", false), bound);
    }

    private static Value sorted(
            RenderContext context,
            List<Value> items,
            Function<Value, Value> key,
            boolean caseSensitive,
            Bound bound) {
        Comparator<Value> order =
                (a, b) ->
                        Operators.compare(
                                context,
                                cased(context, key.apply(a), caseSensitive),
                                cased(context, key.apply(b), caseSensitive));
        List<Value> sorted = new ArrayList<>(items);
        sorted.sort(bound.truthOr("reverse", false) ? order.reversed() : order);
        return context.list(sorted);
    }

    private static Value cased(RenderContext context, Value value, boolean caseSensitive) {
        return value instanceof Text text && !caseSensitive
                ? TextOperations.lower(context, text)
                : value;
    }

    private static Value unique(RenderContext context, Value input) {
        List<Value> seen = new ArrayList<>();
        for (Value item : context.items(input)) {
            Value key = cased(context, item, false);
            if (seen.stream()
                    .noneMatch(s -> Operators.equal(context, cased(context, s, false), key))) {
                seen.add(item);
            }
        }
        return context.sequence(Value.SequenceKind.GENERATOR, seen);
    }

    private static Value sum(RenderContext context, Value input, Arguments arguments) {
        Bound bound = arguments.bind("sum", "attribute", "start");
        Function<Value, Value> part = attribute(context, bound.find("attribute"));
        Value sum = bound.valueOr("start", new Value.Int(0));
        for (Value item : context.items(input)) {
            sum = Operators.arithmetic(context, Expr.Operator.ADD, sum, part.apply(item));
        }
        return sum;
    }

    private static Value extreme(RenderContext context, Value input, boolean max) {
        Comparator<Value> order =
                (a, b) ->
                        Operators.compare(
                                context, cased(context, a, false), cased(context, b, false));
        return context.items(input).stream()
                .reduce((a, b) -> (max ? order.compare(b, a) > 0 : order.compare(b, a) < 0) ? b : a)
                .orElseGet(() -> new Value.Undefined("an item of an empty sequence"));
    }

    /**
     * Looks up an attribute, given as a name, a path with dots or an index; null for the item
     * itself.
     */
    static Function<Value, Value> attribute(RenderContext context, @Nullable Value path) {
        if (path == null || path == Value.None.NONE) {
            return item -> item;
        }
        if (!(path instanceof Text text)) {
            return item -> Slices.item(context, item, path);
        }
        return item -> {
            Value found = item;
            for (String part : text.chars().split("\\.", -1)) {
                boolean index =
                        !part.isEmpty()
                                && part.chars().allMatch(Character::isDigit)
                                && part.length() < 10;
                Value key = index ? new Value.Int(Long.parseLong(part)) : Text.ofTemplate(part);
                found = Slices.item(context, found, key);
            }
            return found;
        };
    }
}
