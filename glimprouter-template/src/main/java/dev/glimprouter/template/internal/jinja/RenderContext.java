package dev.glimprouter.template.internal.jinja;

import java.time.Clock;
import java.util.List;

/** What filters, methods and functions may use of one rendering. */
record RenderContext(Limits limits, Clock clock) {
    /** A builder whose text counts against the limits. */
    TextBuilder text() {
        return new TextBuilder(limits);
    }

    /** A new list, counted against the limits. */
    Value.Sequence list(List<Value> items) {
        return sequence(Value.SequenceKind.LIST, items);
    }

    /** A new sequence, counted against the limits. */
    Value.Sequence sequence(Value.SequenceKind kind, List<Value> items) {
        limits.items(items.size());
        return Value.Sequence.of(kind, items);
    }

    /** The items of a value, walked over within the limits. */
    List<Value> items(Value value) {
        if (value instanceof Text text) {
            limits.items(text.length());
        }
        List<Value> items = Values.items(value);
        limits.work(items.size());
        return items;
    }
}
