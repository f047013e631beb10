package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Compares equations: they are the same where the differences of their sides are proportional, and
 * not the same where a solution of the right one does not solve the other one.
 */
record EquationJudge(Arithmetic arithmetic) {

    private static final List<Integer> POINTS = List.of(0, 1, 2, 3, 4, 5);

    Verdict compare(List<Expression> gold, List<Expression> answer) {
        TreeSet<String> names = new TreeSet<>();
        List.of(gold, answer)
                .forEach(sides -> sides.forEach(side -> Expression.collect(side, names)));
        Expression right = difference(gold);
        Expression given = difference(answer);
        if (isProportional(right, given, names)) {
            return Verdict.equal("It is the same equation.");
        }
        for (String name : names) {
            if (isRefuted(right, given, name, names)) {
                return Verdict.different("It is another equation.");
            }
        }
        return Verdict.unknown("It cannot be said whether it is the same equation.");
    }

    private static Expression difference(List<Expression> sides) {
        return new Expression.Operation(
                Expression.Operator.MINUS, sides.getFirst(), sides.getLast());
    }

    private boolean isProportional(Expression right, Expression given, TreeSet<String> names) {
        Value ratio = Exact.of(0);
        int seen = 0;
        for (int point : POINTS) {
            Map<String, Rational> values = Points.values(point, names);
            Value a = value(right, values);
            Value b = value(given, values);
            Value here = arithmetic.over(b, a);
            if (seen++ == 0) {
                ratio = here;
            } else if (Order.compare(ratio, here, arithmetic) != Order.Sameness.SAME) {
                return false;
            }
        }
        return Order.compare(ratio, Exact.of(0), arithmetic) == Order.Sameness.APART;
    }

    private Value value(Expression expression, Map<String, Rational> values) {
        return new Evaluator(values, false, arithmetic).value(expression);
    }

    /** Whether a solution of the right equation, solved for a variable, is none of the other. */
    private boolean isRefuted(
            Expression right, Expression given, String name, TreeSet<String> names) {
        Map<String, Rational> values = new HashMap<>(Points.values(0, names));
        Value atZero = with(values, name, Rational.ZERO, right);
        Value atOne = with(values, name, Rational.ONE, right);
        Value atTwo = with(values, name, Rational.of(2), right);
        if (!(atZero instanceof Exact zero
                && atOne instanceof Exact one
                && atTwo instanceof Exact two
                && zero.isReal()
                && one.isReal()
                && two.isReal())) {
            return false;
        }
        Rational slope = one.real().minus(zero.real());
        boolean line = two.real().minus(one.real()).equals(slope) && !slope.isZero();
        if (!line) {
            return false;
        }
        Value solved = with(values, name, zero.real().negated().over(slope), given);
        return Order.compare(solved, Exact.of(0), arithmetic) == Order.Sameness.APART;
    }

    private Value with(
            Map<String, Rational> values, String name, Rational value, Expression expression) {
        values.put(name, value);
        return value(expression, values);
    }
}
