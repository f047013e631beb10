package dev.glimprouter.strategy.expression;

import dev.glimprouter.strategy.Join;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An expression as a tree. */
sealed interface Expression {

    /** Its calls from left to right. */
    Stream<Call> calls();

    /** The same with other calls. */
    Expression map(UnaryOperator<Call> change);

    /**
     * A name with parameters.
     *
     * @param entry what the name stands for
     * @param values texts of the given parameters by name, in order of writing
     */
    record Call(Entry entry, Map<String, String> values) implements Expression {
        /** Copies the map. */
        public Call {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Stream<Call> calls() {
            return Stream.of(this);
        }

        @Override
        public Expression map(UnaryOperator<Call> change) {
            return change.apply(this);
        }

        Call with(String parameter, String value) {
            Map<String, String> more = new LinkedHashMap<>(values);
            more.put(parameter, value);
            return new Call(entry, more);
        }

        Arguments arguments() {
            return new Arguments(entry.name(), values);
        }
    }

    /**
     * Several that are joined by the same word.
     *
     * @param join the word
     * @param parts at least two
     */
    record Joined(Join join, List<Expression> parts) implements Expression {
        /** Copies the list. */
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Call> calls() {
            return parts.stream().flatMap(Expression::calls);
        }

        @Override
        public Expression map(UnaryOperator<Call> change) {
            return new Joined(join, parts.stream().map(part -> part.map(change)).toList());
        }
    }
}
