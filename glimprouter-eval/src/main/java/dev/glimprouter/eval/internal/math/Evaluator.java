package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Computes the value of an expression.
 *
 * @param variables the value of each variable
 * @param scaled whether a per cent sign is a hundredth and a degree a part of pi, rather than names
 *     of units; degrees inside sine and kin always are
 */
record Evaluator(Map<String, Rational> variables, boolean scaled, Arithmetic arithmetic) {

    private static final Value PI = Ball.of(RealFunctions.PI);

    Value value(Expression expression) {
        return switch (expression) {
            case Expression.Numeral(Rational value, int _) -> Exact.of(value);
            case Expression.Constant constant -> constant(constant);
            case Expression.Variable(String name) -> variable(name);
            case Expression.Negative(Expression of) -> arithmetic.negated(value(of));
            case Expression.Measured(Expression of, Expression.Unit unit) ->
                    scaled ? arithmetic.times(value(of), scale(unit)) : value(of);
            case Expression.Operation(var operator, var left, var right) ->
                    operation(operator, value(left), value(right));
            case Expression.Call(Function function, List<Expression> arguments) ->
                    call(function, arguments);
        };
    }

    private Value constant(Expression.Constant constant) {
        return switch (constant) {
            case PI -> PI;
            case E -> arithmetic.exp(Exact.ONE);
            case I -> new Exact(Rational.ZERO, Rational.ONE);
            case INFINITY -> throw new Unreadable("computes with infinity");
        };
    }

    private Value variable(String name) {
        Rational value = variables.get(name);
        if (value == null) {
            throw new Unreadable("has the variable " + name);
        }
        return Exact.of(value);
    }

    private Value scale(Expression.Unit unit) {
        return switch (unit) {
            case PERCENT -> Exact.of(Rational.of(1, 100));
            case DEGREE -> arithmetic.times(PI, Exact.of(Rational.of(1, 180)));
        };
    }

    private Value operation(Expression.Operator operator, Value left, Value right) {
        return switch (operator) {
            case PLUS -> arithmetic.plus(left, right);
            case MINUS -> arithmetic.minus(left, right);
            case TIMES -> arithmetic.times(left, right);
            case OVER -> arithmetic.over(left, right);
            case POWER -> arithmetic.power(left, right);
        };
    }

    private Value call(Function function, List<Expression> arguments) {
        Evaluator inside =
                function.isTrigonometric() ? new Evaluator(variables, true, arithmetic) : this;
        List<Value> values = new ArrayList<>();
        for (Expression argument : arguments) {
            values.add(inside.value(argument));
        }
        return new Functions(arithmetic).value(function, values);
    }
}
