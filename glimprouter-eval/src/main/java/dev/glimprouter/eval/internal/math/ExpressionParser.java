package dev.glimprouter.eval.internal.math;

import static dev.glimprouter.eval.internal.math.Token.Kind.COMMAND;
import static dev.glimprouter.eval.internal.math.Token.Kind.LETTER;
import static dev.glimprouter.eval.internal.math.Token.Kind.NUMBER;
import static dev.glimprouter.eval.internal.math.Token.Kind.WORD;

import java.util.List;

/** Builds the tree of a formula: sums of products of powers. */
final class ExpressionParser {

    private static final int MOST_SIGNS = 3;

    private final Cursor cursor;
    private final AtomParser atoms;
    private int bars;

    private ExpressionParser(Tokens tokens) {
        cursor = new Cursor(tokens.list());
        atoms = new AtomParser(cursor, this);
    }

    /** Reads all tokens as one formula. */
    static Expression parse(Tokens tokens) {
        ExpressionParser parser = new ExpressionParser(tokens);
        Expression expression = parser.sum();
        Unreadable.unless(
                parser.cursor.isAtEnd(), "has " + parser.cursor.shown() + " where it should end");
        return expression;
    }

    Expression sum() {
        cursor.enter();
        Expression sum = signed();
        while (cursor.sees("+") || cursor.sees("-")) {
            Expression.Operator operator =
                    cursor.next().is("+") ? Expression.Operator.PLUS : Expression.Operator.MINUS;
            sum = new Expression.Operation(operator, sum, signed());
        }
        cursor.leave();
        return sum;
    }

    private Expression signed() {
        int signs = 0;
        boolean negative = false;
        while (cursor.sees("+") || cursor.sees("-")) {
            negative ^= cursor.next().is("-");
            Unreadable.unless(++signs <= MOST_SIGNS, "has several signs in a row");
        }
        Expression product = product();
        return negative ? new Expression.Negative(product) : product;
    }

    private Expression product() {
        Expression product = power();
        while (true) {
            if (cursor.takes("*")) {
                product = times(product, signedPower());
            } else if (cursor.takes("/") || cursor.takes(":")) {
                product =
                        new Expression.Operation(Expression.Operator.OVER, product, signedPower());
            } else if (beginsFactor()) {
                product = times(product, power());
            } else {
                return product;
            }
        }
    }

    private static Expression times(Expression left, Expression right) {
        return new Expression.Operation(Expression.Operator.TIMES, left, right);
    }

    private Expression signedPower() {
        return cursor.takes("-") ? new Expression.Negative(power()) : power();
    }

    private boolean beginsFactor() {
        if (cursor.isAtEnd()) {
            return false;
        }
        Token token = cursor.peek();
        Unreadable.unless(token.kind() != NUMBER, "has a number right behind something");
        return switch (token.kind()) {
            case LETTER, COMMAND -> true;
            case WORD -> token.text().length() == 1;
            case SIGN ->
                    switch (token.text()) {
                        case "(", "[", "{", "⌊", "⌈" -> true;
                        case "|" -> bars == 0;
                        default -> false;
                    };
            default -> false;
        };
    }

    /** A factor with what stands behind it: a power, a factorial, a unit. */
    Expression power() {
        cursor.enter();
        Expression base = atoms.atom();
        for (int signs = 0; ; signs++) {
            Unreadable.unless(signs <= MOST_SIGNS, "has several signs in a row");
            if (cursor.takes("!")) {
                Unreadable.unless(!cursor.sees("!"), "has a double factorial");
                base = new Expression.Call(Function.FACTORIAL, List.of(base));
            } else if (cursor.takes("%")) {
                base = new Expression.Measured(base, Expression.Unit.PERCENT);
            } else if (cursor.takes("°")) {
                base = new Expression.Measured(base, Expression.Unit.DEGREE);
            } else if (cursor.takes("^")) {
                base = new Expression.Operation(Expression.Operator.POWER, base, exponent());
            } else {
                cursor.leave();
                return base;
            }
        }
    }

    /** What stands behind the sign of a power; powers of powers lean to the right. */
    Expression exponent() {
        if (cursor.sees("{")) {
            return atoms.argument();
        }
        boolean negative = cursor.takes("-");
        cursor.enter();
        Expression exponent = atoms.atom();
        if (cursor.takes("^")) {
            exponent = new Expression.Operation(Expression.Operator.POWER, exponent, exponent());
        }
        cursor.leave();
        return negative ? new Expression.Negative(exponent) : exponent;
    }

    /** What a function applies to where no brackets say so: factors without a further function. */
    Expression bareArgument() {
        boolean negative = cursor.takes("-");
        Expression argument = power();
        while (!cursor.isAtEnd() && continuesArgument(cursor.peek())) {
            argument = times(argument, power());
        }
        return negative ? new Expression.Negative(argument) : argument;
    }

    private static boolean continuesArgument(Token token) {
        boolean value = token.isCommand("frac") || token.isCommand("sqrt") || token.isCommand("pi");
        boolean word = token.kind() == WORD && token.text().length() == 1;
        return value || word || token.kind() == LETTER;
    }

    /** What stands between two bars. */
    Expression barred() {
        bars++;
        Expression inside = sum();
        cursor.expect("|");
        bars--;
        return new Expression.Call(Function.ABS, List.of(inside));
    }

    /** What stands in brackets, of which the first is read. */
    Expression bracketed(String close) {
        int outer = bars;
        bars = 0;
        Expression inside = sum();
        cursor.expect(close);
        bars = outer;
        return inside;
    }
}
