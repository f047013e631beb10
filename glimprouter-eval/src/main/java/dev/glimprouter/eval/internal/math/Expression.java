package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.util.List;
import java.util.Set;

/** A formula as a tree. */
sealed interface Expression {

    /** A number as written, with the number of digits behind its point. */
    record Numeral(Rational value, int decimals) implements Expression {}

    /** A number with a name. */
    enum Constant implements Expression {
        PI,
        E,
        I,
        INFINITY
    }

    /** A letter that stands for any number, with its subscript if it has one. */
    record Variable(String name) implements Expression {}

    /** Minus something. */
    record Negative(Expression of) implements Expression {}

    /** Something in per cent or degrees. */
    record Measured(Expression of, Unit unit) implements Expression {}

    /** Two things joined by a sign. */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {}

    /** A function of its arguments. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The signs that join two expressions. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        POWER
    }

    /** What may be left out behind a number. */
    enum Unit {
        PERCENT,
        DEGREE
    }

    static Expression whole(long value) {
        return new Numeral(Rational.of(value), 0);
    }

    /** Whether it is infinity or minus infinity. */
    static boolean isInfinite(Expression expression) {
        return expression == Constant.INFINITY
                || (expression instanceof Negative(Expression of) && of == Constant.INFINITY);
    }

    /** Adds the names of the variables. */
    static void collect(Expression expression, Set<String> names) {
        switch (expression) {
            case Numeral _, Constant _ -> {}
            case Variable(String name) -> names.add(name);
            case Negative(Expression of) -> collect(of, names);
            case Measured(Expression of, Unit _) -> collect(of, names);
            case Operation(Operator _, Expression left, Expression right) -> {
                collect(left, names);
                collect(right, names);
            }
            case Call(Function _, List<Expression> arguments) ->
                    arguments.forEach(argument -> collect(argument, names));
        }
    }

    /** Whether a unit stands in it that may be left out. */
    static boolean isMeasured(Expression expression, Unit unit) {
        return switch (expression) {
            case Numeral _, Constant _, Variable _ -> false;
            case Negative(Expression of) -> isMeasured(of, unit);
            case Measured(Expression of, Unit own) -> own == unit || isMeasured(of, unit);
            case Operation(Operator _, Expression left, Expression right) ->
                    isMeasured(left, unit) || isMeasured(right, unit);
            case Call(Function function, List<Expression> arguments) ->
                    !function.isTrigonometric()
                            && arguments.stream().anyMatch(argument -> isMeasured(argument, unit));
        };
    }
}
