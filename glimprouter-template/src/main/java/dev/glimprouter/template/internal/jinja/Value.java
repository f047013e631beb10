package dev.glimprouter.template.internal.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A value of the template language, with the meaning of its Python counterpart. */
sealed interface Value
        permits Text,
                Value.Undefined,
                Value.None,
                Value.Bool,
                Value.Int,
                Value.Real,
                Value.Sequence,
                Value.Dict,
                Value.Namespace,
                Value.Function,
                Loop {

    /** A name, key or attribute that does not exist; {@code what} names it in errors. */
    record Undefined(String what) implements Value {
        /** The error of using this value where a real one is needed. */
        JinjaException error() {
            return new JinjaException(what + " is undefined");
        }

        /** All undefined values are equal, whatever they stand for. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Undefined;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** Python's {@code None}. */
    enum None implements Value {
        NONE
    }

    /** A truth value; in arithmetic and comparisons it counts as 0 or 1. */
    record Bool(boolean value) implements Value {}

    /** An integer; 64 bits, an overflow is an error. */
    record Int(long value) implements Value {}

    /** A floating-point number. */
    record Real(double value) implements Value {}

    /** Which Python type a {@link Sequence} stands for. */
    enum SequenceKind {
        LIST,
        TUPLE,
        /** What a lazy filter returns: it can be walked but has no length and is always true. */
        GENERATOR
    }

    /** An ordered row of values, immutable; {@code depth} counts how deep it nests. */
    record Sequence(SequenceKind kind, List<Value> items, int depth) implements Value {
        private static final int MAX_DEPTH = 64;

        public Sequence {
            items = List.copyOf(items);
        }

        static Sequence of(SequenceKind kind, List<Value> items) {
            return new Sequence(kind, items, nesting(items));
        }

        static Sequence list(List<Value> items) {
            return of(SequenceKind.LIST, items);
        }

        static Sequence tuple(Value... items) {
            return of(SequenceKind.TUPLE, List.of(items));
        }

        /** The nesting depth of a container of {@code items}; an error above the limit. */
        static int nesting(Iterable<Value> items) {
            int deepest = 0;
            for (Value item : items) {
                int depth =
                        switch (item) {
                            case Sequence s -> s.depth;
                            case Dict d -> d.depth();
                            default -> 0;
                        };
                deepest = Math.max(deepest, depth);
            }
            if (deepest >= MAX_DEPTH) {
                throw new JinjaException("lists nested deeper than " + MAX_DEPTH);
            }
            return deepest + 1;
        }
    }

    /** A mapping in insertion order, immutable; {@code depth} counts how deep it nests. */
    record Dict(Map<Value, Value> entries, int depth) implements Value {
        static Dict of(SequencedMap<Value, Value> entries) {
            return new Dict(new LinkedHashMap<>(entries), Sequence.nesting(entries.values()));
        }
    }

    /** What {@code namespace()} makes: the only value that a template can change. */
    record Namespace(Map<String, Value> values) implements Value {
        /** Namespaces are equal only to themselves, which also keeps cycles harmless. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return "namespace";
        }
    }

    /** Something that can be called: a macro, a method of a value, or a global function. */
    record Function(String name, Body body) implements Value {
        /** What a call does. */
        @FunctionalInterface
        interface Body {
            Value call(Arguments arguments);
        }
    }
}
