package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The tests of the language: {@code value is name(arguments)}. */
final class Tests {
    private static final Map<String, Predicate<Value>> PLAIN =
            Map.ofEntries(
                    Map.entry("defined", value -> !(value instanceof Value.Undefined)),
                    Map.entry("undefined", value -> value instanceof Value.Undefined),
                    Map.entry("none", value -> value == Value.None.NONE),
                    Map.entry("boolean", value -> value instanceof Value.Bool),
                    Map.entry("true", value -> value instanceof Value.Bool bool && bool.value()),
                    Map.entry("false", value -> value instanceof Value.Bool bool && !bool.value()),
                    Map.entry("integer", value -> value instanceof Value.Int),
                    Map.entry("float", value -> value instanceof Value.Real),
                    Map.entry("number", Numbers::isNumber),
                    Map.entry("string", value -> value instanceof Text),
                    Map.entry("mapping", value -> value instanceof Value.Dict),
                    Map.entry("iterable", Values::iterable),
                    Map.entry("sequence", Tests::sequence),
                    Map.entry("callable", value -> value instanceof Value.Function),
                    Map.entry("odd", value -> modulo("odd", value, 2) == 1),
                    Map.entry("even", value -> modulo("even", value, 2) == 0),
                    Map.entry("lower", value -> cased(value, Character::isUpperCase)),
                    Map.entry("upper", value -> cased(value, Character::isLowerCase)));

    private static final Map<String, Expr.Relation> RELATIONS =
            Map.ofEntries(
                    Map.entry("eq", Expr.Relation.EQUAL),
                    Map.entry("equalto", Expr.Relation.EQUAL),
                    Map.entry("==", Expr.Relation.EQUAL),
                    Map.entry("ne", Expr.Relation.NOT_EQUAL),
                    Map.entry("!=", Expr.Relation.NOT_EQUAL),
                    Map.entry("lt", Expr.Relation.LESS),
                    Map.entry("lessthan", Expr.Relation.LESS),
                    Map.entry("<", Expr.Relation.LESS),
                    Map.entry("le", Expr.Relation.LESS_OR_EQUAL),
                    Map.entry("<=", Expr.Relation.LESS_OR_EQUAL),
                    Map.entry("gt", Expr.Relation.GREATER),
                    Map.entry("greaterthan", Expr.Relation.GREATER),
                    Map.entry(">", Expr.Relation.GREATER),
                    Map.entry("ge", Expr.Relation.GREATER_OR_EQUAL),
                    Map.entry(">=", Expr.Relation.GREATER_OR_EQUAL),
                    Map.entry("in", Expr.Relation.IN));

    private Tests() {}

    static boolean holds(RenderContext context, String name, Value value, Arguments arguments) {
        Predicate<Value> plain = PLAIN.get(name);
        if (plain != null) {
            arguments.bind(name);
            return plain.test(value);
        }
        Expr.@Nullable Relation relation = RELATIONS.get(name);
        if (relation != null) {
            return Operators.holds(
                    context, relation, value, arguments.bind(name, "other").value("other"));
        }
        return switch (name) {
            case "divisibleby" -> {
                long divisor = arguments.bind(name, "num").integerOr("num", 0);
                if (divisor == 0) {
                    throw new JinjaException("divisibleby needs a number other than 0");
                }
                yield modulo(name, value, divisor) == 0;
            }
            case "sameas" -> same(value, arguments.bind(name, "other").value("other"));
            default -> throw new JinjaException("there is no test '" + name + "'");
        };
    }

    private static boolean sequence(Value value) {
        return switch (value) {
            case Text _, Value.Dict _, Value.Undefined _ -> true;
            case Value.Sequence sequence -> sequence.kind() != Value.SequenceKind.GENERATOR;
            case Value.None _,
                    Value.Bool _,
                    Value.Int _,
                    Value.Real _,
                    Value.Namespace _,
                    Value.Function _,
                    Loop _ ->
                    false;
        };
    }

    private static long modulo(String test, Value value, long divisor) {
        return Math.floorMod(
                Numbers.integer(value)
                        .orElseThrow(
                                () ->
                                        new JinjaException(
                                                test
                                                        + " needs an integer, not "
                                                        + Values.typeName(value))),
                divisor);
    }

    private static boolean cased(Value value, IntPredicate forbidden) {
        return value instanceof Text text
                && text.chars()
                        .codePoints()
                        .anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
                && text.chars().codePoints().noneMatch(forbidden);
    }

    @SuppressWarnings("ReferenceEquality") // identity is what the test asks for
    private static boolean same(Value left, Value right) {
        boolean plain = left instanceof Value.Bool || left instanceof Value.None;
        return left == right || (plain && left.equals(right));
    }
}
