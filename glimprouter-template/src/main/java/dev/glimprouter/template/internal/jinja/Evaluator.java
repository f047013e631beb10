package dev.glimprouter.template.internal.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives expressions their values. */
final class Evaluator {
    private final RenderContext context;

    Evaluator(RenderContext context) {
        this.context = context;
    }

    Value evaluate(Expr expression, Scope scope) {
        context.limits().step();
        context.limits().enter();
        Value value = value(expression, scope);
        context.limits().leave();
        return value;
    }

    private Value value(Expr expression, Scope scope) {
        return switch (expression) {
            case Expr.Literal literal -> literal.value();
            case Expr.Name name -> scope.get(name.name());
            case Expr.Items items -> context.sequence(items.kind(), all(items.items(), scope));
            case Expr.DictLiteral dict -> dict(dict, scope);
            case Expr.Attribute attribute ->
                    Attributes.get(context, evaluate(attribute.target(), scope), attribute.name());
            case Expr.Item item ->
                    Slices.item(
                            context, evaluate(item.target(), scope), evaluate(item.key(), scope));
            case Expr.Slice slice ->
                    Slices.slice(
                            context,
                            evaluate(slice.target(), scope),
                            optional(slice.from(), scope),
                            optional(slice.to(), scope),
                            optional(slice.step(), scope));
            case Expr.Call call -> call(call, scope);
            case Expr.Filtered filtered ->
                    filter(filtered.filter(), evaluate(filtered.input(), scope), scope);
            case Expr.Tested tested ->
                    Values.of(
                            Tests.holds(
                                    context,
                                    tested.name(),
                                    evaluate(tested.input(), scope),
                                    arguments(tested.arguments(), scope)));
            case Expr.Not not -> Values.of(!Values.truth(evaluate(not.operand(), scope)));
            case Expr.Signed signed -> signed(signed, scope);
            case Expr.Arithmetic arithmetic ->
                    Operators.arithmetic(
                            context,
                            arithmetic.operator(),
                            evaluate(arithmetic.left(), scope),
                            evaluate(arithmetic.right(), scope));
            case Expr.Comparison comparison -> Values.of(comparison(comparison, scope));
            case Expr.And and -> {
                Value left = evaluate(and.left(), scope);
                yield Values.truth(left) ? evaluate(and.right(), scope) : left;
            }
            case Expr.Or or -> {
                Value left = evaluate(or.left(), scope);
                yield Values.truth(left) ? left : evaluate(or.right(), scope);
            }
            case Expr.Concat concat ->
                    TextOperations.join(context, Text.EMPTY, all(concat.parts(), scope));
            case Expr.Conditional conditional -> conditional(conditional, scope);
        };
    }

    /** Applies one filter to a value. */
    Value filter(Expr.FilterStep filter, Value input, Scope scope) {
        return Filters.apply(context, filter.name(), input, arguments(filter.arguments(), scope));
    }

    private List<Value> all(List<Expr> expressions, Scope scope) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            values.add(evaluate(expression, scope));
        }
        return values;
    }

    private @Nullable Value optional(@Nullable Expr expression, Scope scope) {
        return expression == null ? null : evaluate(expression, scope);
    }

    private Value dict(Expr.DictLiteral literal, Scope scope) {
        var entries = new LinkedHashMap<Value, Value>();
        for (Expr.Entry entry : literal.entries()) {
            entries.put(Values.key(evaluate(entry.key(), scope)), evaluate(entry.value(), scope));
        }
        return Value.Dict.of(entries);
    }

    private Arguments arguments(Expr.CallArguments call, Scope scope) {
        if (call.positional().isEmpty() && call.named().isEmpty()) {
            return Arguments.NONE;
        }
        Map<String, Value> named = new LinkedHashMap<>();
        List<Value> positional = all(call.positional(), scope);
        call.named().forEach((name, value) -> named.put(name, evaluate(value, scope)));
        return new Arguments(positional, named);
    }

    private Value call(Expr.Call call, Scope scope) {
        Value target = evaluate(call.target(), scope);
        return switch (target) {
            case Value.Function function ->
                    function.body().call(arguments(call.arguments(), scope));
            case Value.Undefined undefined -> throw undefined.error();
            default -> throw new JinjaException(Values.typeName(target) + " cannot be called");
        };
    }

    private Value signed(Expr.Signed signed, Scope scope) {
        Value operand = evaluate(signed.operand(), scope);
        Expr.Operator operator = signed.negative() ? Expr.Operator.SUBTRACT : Expr.Operator.ADD;
        return operand instanceof Value.Real real
                ? new Value.Real(signed.negative() ? -real.value() : real.value())
                : Operators.arithmetic(context, operator, new Value.Int(0), operand);
    }

    private boolean comparison(Expr.Comparison comparison, Scope scope) {
        Value left = evaluate(comparison.first(), scope);
        for (Expr.Operand operand : comparison.operands()) {
            Value right = evaluate(operand.right(), scope);
            if (!Operators.holds(context, operand.relation(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private Value conditional(Expr.Conditional conditional, Scope scope) {
        if (Values.truth(evaluate(conditional.test(), scope))) {
            return evaluate(conditional.then(), scope);
        }
        return conditional.otherwise() == null
                ? new Value.Undefined("the result of an inline if without else")
                : evaluate(conditional.otherwise(), scope);
    }
}
