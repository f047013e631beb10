package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** An expression of the template language. */
sealed interface Expr {
    record Literal(Value value) implements Expr {}

    record Name(String name) implements Expr {}

    /** {@code [a, b]} or {@code (a, b)}. */
    record Items(Value.SequenceKind kind, List<Expr> items) implements Expr {}

    record DictLiteral(List<Entry> entries) implements Expr {}

    record Entry(Expr key, Expr value) {}

    /** {@code target.name}. */
    record Attribute(Expr target, String name) implements Expr {}

    /** {@code target[key]}. */
    record Item(Expr target, Expr key) implements Expr {}

    /** {@code target[from:to:step]}, each part optional. */
    record Slice(Expr target, @Nullable Expr from, @Nullable Expr to, @Nullable Expr step)
            implements Expr {}

    record Call(Expr target, CallArguments arguments) implements Expr {}

    record CallArguments(List<Expr> positional, Map<String, Expr> named) {
        static final CallArguments NONE = new CallArguments(List.of(), Map.of());
    }

    /** {@code input | name(arguments)}. */
    record Filtered(Expr input, FilterStep filter) implements Expr {}

    record FilterStep(String name, CallArguments arguments) {}

    /** {@code input is name(arguments)}. */
    record Tested(Expr input, String name, CallArguments arguments) implements Expr {}

    record Not(Expr operand) implements Expr {}

    /** {@code -operand} or {@code +operand}. */
    record Signed(boolean negative, Expr operand) implements Expr {}

    record Arithmetic(Operator operator, Expr left, Expr right) implements Expr {}

    /** The arithmetic operators. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        FLOOR_DIVIDE,
        MODULO,
        POWER
    }

    /** {@code first op right op right ...}; true if each neighbouring pair is. */
    record Comparison(Expr first, List<Operand> operands) implements Expr {}

    record Operand(Relation relation, Expr right) {}

    /** The comparison operators. */
    enum Relation {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        IN,
        NOT_IN
    }

    record And(Expr left, Expr right) implements Expr {}

    record Or(Expr left, Expr right) implements Expr {}

    /** {@code a ~ b ~ c}. */
    record Concat(List<Expr> parts) implements Expr {}

    /** {@code then if test else otherwise}. */
    record Conditional(Expr test, Expr then, @Nullable Expr otherwise) implements Expr {}
}
