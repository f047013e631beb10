package dev.glimprouter.template.internal.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operators of the language over all kinds of values. */
final class Operators {
    private Operators() {}

    static Value arithmetic(
            RenderContext context, Expr.Operator operator, Value left, Value right) {
        if (left instanceof Value.Undefined undefined) {
            throw undefined.error();
        }
        if (right instanceof Value.Undefined undefined) {
            throw undefined.error();
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.arithmetic(operator, left, right);
        }
        if (operator == Expr.Operator.ADD) {
            if (left instanceof Text a && right instanceof Text b) {
                return context.text().append(a).append(b).build();
            }
            if (left instanceof Value.Sequence a
                    && right instanceof Value.Sequence b
                    && a.kind() == b.kind()) {
                context.limits().items(a.items().size() + (long) b.items().size());
                List<Value> joined = new ArrayList<>(a.items());
                joined.addAll(b.items());
                return context.sequence(a.kind(), joined);
            }
        }
        if (operator == Expr.Operator.MULTIPLY && Numbers.integer(right).isPresent()) {
            return repeat(context, left, Numbers.integer(right).getAsLong());
        }
        if (operator == Expr.Operator.MULTIPLY && Numbers.integer(left).isPresent()) {
            return repeat(context, right, Numbers.integer(left).getAsLong());
        }
        throw unsupported(operator.name().toLowerCase(Locale.ROOT), left, right);
    }

    private static Value repeat(RenderContext context, Value value, long times) {
        if (value instanceof Text text) {
            TextBuilder out = context.text();
            for (long i = 0; i < times && !text.isEmpty(); i++) {
                out.append(text);
            }
            return out.build();
        }
        if (value instanceof Value.Sequence sequence) {
            List<Value> items = new ArrayList<>();
            for (long i = 0; i < times && !sequence.items().isEmpty(); i++) {
                context.limits().items(sequence.items().size());
                items.addAll(sequence.items());
            }
            return context.sequence(sequence.kind(), items);
        }
        throw new JinjaException(Values.typeName(value) + " cannot be repeated");
    }

    static boolean holds(RenderContext context, Expr.Relation relation, Value left, Value right) {
        return switch (relation) {
            case EQUAL -> equal(context, left, right);
            case NOT_EQUAL -> !equal(context, left, right);
            case LESS -> compare(context, left, right) < 0;
            case LESS_OR_EQUAL -> compare(context, left, right) <= 0;
            case GREATER -> compare(context, left, right) > 0;
            case GREATER_OR_EQUAL -> compare(context, left, right) >= 0;
            case IN -> contains(context, right, left);
            case NOT_IN -> !contains(context, right, left);
        };
    }

    static boolean equal(RenderContext context, Value left, Value right) {
        context.limits().step();
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right) == 0;
        }
        if (left instanceof Value.Sequence a && right instanceof Value.Sequence b) {
            return a.kind() == b.kind() && equalItems(context, a.items(), b.items());
        }
        if (left instanceof Value.Dict a && right instanceof Value.Dict b) {
            return equalEntries(context, a.entries(), b.entries());
        }
        if (left instanceof Text a && right instanceof Text b) {
            context.limits().work(Math.min(a.length(), b.length()) / 16);
        }
        return left.equals(right);
    }

    private static boolean equalItems(RenderContext context, List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(context, left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalEntries(
            RenderContext context, Map<Value, Value> left, Map<Value, Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<Value, Value> entry : left.entrySet()) {
            Value other = right.get(entry.getKey());
            if (other == null || !equal(context, entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    static int compare(RenderContext context, Value left, Value right) {
        context.limits().step();
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right);
        }
        if (left instanceof Text a && right instanceof Text b) {
            context.limits().work(Math.min(a.length(), b.length()));
            return Python.compare(a.chars(), b.chars());
        }
        if (left instanceof Value.Sequence a
                && right instanceof Value.Sequence b
                && a.kind() == b.kind()) {
            int common = Math.min(a.items().size(), b.items().size());
            for (int i = 0; i < common; i++) {
                if (!equal(context, a.items().get(i), b.items().get(i))) {
                    return compare(context, a.items().get(i), b.items().get(i));
                }
            }
            return Integer.compare(a.items().size(), b.items().size());
        }
        throw unsupported("order", left, right);
    }

    /** Python's {@code item in container}. */
    static boolean contains(RenderContext context, Value container, Value item) {
        if (container instanceof Text text) {
            if (!(item instanceof Text part)) {
                throw unsupported("in", item, container);
            }
            context.limits().search(text.length(), part.length());
            return text.chars().contains(part.chars());
        }
        if (container instanceof Value.Dict dict) {
            return dict.entries().containsKey(Values.key(item));
        }
        for (Value candidate : context.items(container)) {
            if (equal(context, candidate, item)) {
                return true;
            }
        }
        return false;
    }

    private static JinjaException unsupported(String operation, Value left, Value right) {
        return new JinjaException(
                "cannot "
                        + operation
                        + " "
                        + Values.typeName(left)
                        + " and "
                        + Values.typeName(right));
    }
}
