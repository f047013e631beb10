package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Python's subscripts: {@code a[i]} and {@code a[from:to:step]}. */
final class Slices {
    private Slices() {}

    static Value slice(
            RenderContext context,
            Value target,
            @Nullable Value from,
            @Nullable Value to,
            @Nullable Value step) {
        long by = bound(step, 1);
        if (by == 0) {
            throw new JinjaException("a slice's step cannot be zero");
        }
        return switch (target) {
            case Text text -> {
                context.limits().work(text.length());
                yield by == 1
                        ? part(text, from, to)
                        : join(context, select(context.items(text), from, to, by));
            }
            case Value.Sequence sequence when sequence.kind() != Value.SequenceKind.GENERATOR -> {
                context.limits().work(sequence.items().size());
                yield context.sequence(sequence.kind(), select(sequence.items(), from, to, by));
            }
            case Value.Undefined undefined -> throw undefined.error();
            default -> throw new JinjaException(Values.typeName(target) + " cannot be sliced");
        };
    }

    private static Text part(Text text, @Nullable Value from, @Nullable Value to) {
        int length = Python.length(text.chars());
        int start = clamp(bound(from, 0), length, 0);
        int end = Math.max(start, clamp(bound(to, length), length, 0));
        int first = text.chars().offsetByCodePoints(0, start);
        return text.slice(first, text.chars().offsetByCodePoints(first, end - start));
    }

    private static Text join(RenderContext context, List<Value> characters) {
        TextBuilder out = context.text();
        characters.forEach(c -> out.append((Text) c));
        return out.build();
    }

    private static List<Value> select(
            List<Value> items, @Nullable Value from, @Nullable Value to, long step) {
        int size = items.size();
        List<Value> selected = new ArrayList<>();
        if (step > 0) {
            long end = clamp(bound(to, size), size, 0);
            for (long i = clamp(bound(from, 0), size, 0); i < end; i = saturatedAdd(i, step)) {
                selected.add(items.get((int) i));
            }
        } else {
            long end = to == null || to == Value.None.NONE ? -1 : clamp(bound(to, 0), size - 1, -1);
            for (long i = clamp(bound(from, size - 1L), size - 1, -1);
                    i > end;
                    i = saturatedAdd(i, step)) {
                selected.add(items.get((int) i));
            }
        }
        return selected;
    }

    private static long saturatedAdd(long index, long step) {
        return index + Math.clamp(step, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /**
     * A bound counted from the end when negative, kept within {@code lowest} and {@code highest}.
     */
    private static int clamp(long bound, int highest, int lowest) {
        int size = lowest == 0 ? highest : highest + 1;
        long fromStart = bound < 0 ? Math.max(bound + size, lowest) : bound;
        return (int) Math.min(fromStart, highest);
    }

    private static long bound(@Nullable Value value, long fallback) {
        if (value == null || value == Value.None.NONE) {
            return fallback;
        }
        return Numbers.integer(value)
                .orElseThrow(
                        () ->
                                new JinjaException(
                                        "a slice needs integers, not " + Values.typeName(value)));
    }

    /** {@code target[key]}. */
    static Value item(RenderContext context, Value target, Value key) {
        context.limits().step();
        return switch (target) {
            case Value.Undefined undefined -> throw undefined.error();
            case Value.Dict dict -> {
                Value found = dict.entries().get(key);
                yield found != null ? found : named(context, target, key);
            }
            case Text text when Numbers.integer(key).isPresent() -> {
                context.limits().work(text.length());
                yield character(text, Numbers.integer(key).getAsLong());
            }
            case Value.Sequence sequence
                    when sequence.kind() != Value.SequenceKind.GENERATOR
                            && Numbers.integer(key).isPresent() -> {
                int size = sequence.items().size();
                long index = Numbers.integer(key).getAsLong();
                long position = index < 0 ? index + size : index;
                yield position >= 0 && position < size
                        ? sequence.items().get((int) position)
                        : new Value.Undefined("item " + index + " of a list");
            }
            default -> named(context, target, key);
        };
    }

    private static Value character(Text text, long index) {
        int length = Python.length(text.chars());
        long position = index < 0 ? index + length : index;
        if (position < 0 || position >= length) {
            return new Value.Undefined("character " + index + " of a string");
        }
        int start = text.chars().offsetByCodePoints(0, (int) position);
        return text.slice(start, text.chars().offsetByCodePoints(start, 1));
    }

    private static Value named(RenderContext context, Value target, Value key) {
        return key instanceof Text name
                ? Attributes.find(context, target, name.chars())
                : new Value.Undefined("that item of " + Values.typeName(target));
    }
}
