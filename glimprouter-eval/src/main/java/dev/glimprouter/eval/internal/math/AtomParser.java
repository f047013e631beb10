package dev.glimprouter.eval.internal.math;

import static dev.glimprouter.eval.internal.math.Token.Kind.NUMBER;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads the smallest parts of a formula: numbers, letters, brackets, and commands. */
final class AtomParser {

    private final Cursor cursor;
    private final ExpressionParser parser;

    AtomParser(Cursor cursor, ExpressionParser parser) {
        this.cursor = cursor;
        this.parser = parser;
    }

    Expression atom() {
        Token token = cursor.next();
        return switch (token.kind()) {
            case NUMBER -> number(token.text());
            case LETTER -> letter(token.text());
            case WORD -> {
                Unreadable.unless(token.text().length() == 1, "has the word " + token.text());
                yield letter(token.text());
            }
            case COMMAND -> command(token.text());
            case SIGN -> bracket(token.text());
            case BEGIN, END -> throw new Unreadable("has a matrix inside of a formula");
        };
    }

    private Expression bracket(String sign) {
        return switch (sign) {
            case "(" -> parser.bracketed(")");
            case "[" -> parser.bracketed("]");
            case "{" -> parser.bracketed("}");
            case "|" -> parser.barred();
            case "⌊" -> call(Function.FLOOR, parser.bracketed("⌋"));
            case "⌈" -> call(Function.CEILING, parser.bracketed("⌉"));
            default -> throw new Unreadable("has " + sign + " where a value should be");
        };
    }

    private static Expression call(Function function, Expression... arguments) {
        return new Expression.Call(function, List.of(arguments));
    }

    private Expression number(String digits) {
        if (cursor.seesCommand("overline")) {
            return repeating(digits);
        }
        if (cursor.takes("_")) {
            return inBase(digits);
        }
        Expression.Numeral number = numeral(digits);
        if (!number.value().isWhole() || digits.contains("e")) {
            return number;
        }
        if (cursor.seesCommand("frac") && MixedNumber.isNext(cursor)) {
            return sum(number, atom());
        }
        if (cursor.sees(NUMBER, 0) && cursor.peek().spaced() && cursor.sees("/", 1)) {
            return sum(number, plainFraction());
        }
        return number;
    }

    private static Expression sum(Expression left, Expression right) {
        return new Expression.Operation(Expression.Operator.PLUS, left, right);
    }

    private static Expression over(Expression left, Expression right) {
        return new Expression.Operation(Expression.Operator.OVER, left, right);
    }

    private Expression plainFraction() {
        Expression top = numeral(cursor.next().text());
        cursor.expect("/");
        Unreadable.unless(cursor.sees(NUMBER, 0), "has a fraction without a denominator");
        return over(top, numeral(cursor.next().text()));
    }

    private static Expression.Numeral numeral(String digits) {
        int point = digits.indexOf('.');
        return new Expression.Numeral(
                Rational.of(digits), point < 0 ? 0 : digits.length() - point - 1);
    }

    private Expression repeating(String digits) {
        cursor.next();
        String period = plainDigits();
        int point = digits.indexOf('.');
        Unreadable.unless(
                point >= 0 && period.matches("\\d{1,50}"),
                "has a bar over what is no repeating decimal");
        int decimals = digits.length() - point - 1;
        Rational tail =
                Rational.of(period)
                        .over(Rational.of("9".repeat(period.length()) + "0".repeat(decimals)));
        return new Expression.Numeral(Rational.of(digits).plus(tail), 0);
    }

    // Digits in braces or bare.
    private String plainDigits() {
        boolean braced = cursor.takes("{");
        Unreadable.unless(cursor.sees(NUMBER, 0), "lacks a number");
        String digits = cursor.next().text();
        if (braced) {
            cursor.expect("}");
        }
        return digits;
    }

    private Expression inBase(String digits) {
        String base = plainDigits();
        Unreadable.unless(base.matches("[1-9]\\d?"), "has a base that is no number");
        try {
            return new Expression.Numeral(
                    Rational.of(new BigInteger(digits, Integer.parseInt(base))), 0);
        } catch (NumberFormatException e) {
            throw new Unreadable("has digits that its base does not have");
        }
    }

    private Expression letter(String name) {
        if (cursor.takes("_")) {
            return new Expression.Variable(name + "_" + subscript());
        }
        return switch (name) {
            case "e" -> Expression.Constant.E;
            case "i" -> Expression.Constant.I;
            default -> new Expression.Variable(name);
        };
    }

    private String subscript() {
        if (!cursor.takes("{")) {
            return cursor.next().text();
        }
        StringBuilder name = new StringBuilder();
        while (!cursor.takes("}")) {
            name.append(cursor.next().text());
        }
        return name.toString();
    }

    private Expression command(String name) {
        return switch (name) {
            case "frac" -> fraction();
            case "sqrt" -> root();
            case "binom" -> call(Function.BINOMIAL, argument(), argument());
            case "pi" -> Expression.Constant.PI;
            case "infty" -> Expression.Constant.INFINITY;
            default ->
                    function(
                            Function.named(name)
                                    .orElseThrow(
                                            () ->
                                                    new Unreadable(
                                                            "has \\" + name + ", unknown here")));
        };
    }

    // After \frac digits side by side are arguments of one digit each.
    private Expression fraction() {
        if (cursor.sees(NUMBER, 0) && cursor.peek().text().length() > 1) {
            String digits = cursor.next().text();
            boolean two = digits.matches("\\d\\d");
            boolean one = digits.matches("\\d+") && cursor.sees("{");
            Unreadable.unless(two || one, "has a fraction with unclear parts");
            if (two) {
                cursor.push(Token.number(digits.substring(1)));
            }
            cursor.push(Token.number(two ? digits.substring(0, 1) : digits));
        }
        return over(argument(), argument());
    }

    private Expression root() {
        if (cursor.takes("[")) {
            Expression index = parser.bracketed("]");
            return call(Function.ROOT, argument(), index);
        }
        return call(Function.ROOT, argument(), Expression.whole(2));
    }

    /** The argument of a command: what stands in braces, or the next part. */
    Expression argument() {
        cursor.enter();
        Expression argument = atom();
        cursor.leave();
        return argument;
    }

    private Expression function(Function function) {
        Expression base = Expression.whole(10);
        if (function == Function.LOG && cursor.takes("_")) {
            base = argument();
        }
        boolean powered = cursor.takes("^");
        boolean inverse = powered && isMinusOne();
        Expression power = powered && !inverse ? parser.exponent() : Expression.whole(1);
        Function applied = inverse ? function.inverse() : function;
        Expression call = new Expression.Call(applied, arguments(applied, base));
        return powered && !inverse
                ? new Expression.Operation(Expression.Operator.POWER, call, power)
                : call;
    }

    private boolean isMinusOne() {
        boolean braced = cursor.sees("{");
        int at = braced ? 1 : 0;
        boolean minusOne = cursor.sees("-", at) && cursor.isNumber("1", at + 1);
        if (minusOne) {
            for (int i = 0; i < (braced ? 4 : 2); i++) {
                cursor.next();
            }
        }
        return minusOne;
    }

    private List<Expression> arguments(Function function, Expression base) {
        if (function.takesSeveral()) {
            return several();
        }
        Expression argument = cursor.sees("(") ? inBrackets() : parser.bareArgument();
        return function == Function.LOG ? List.of(argument, base) : List.of(argument);
    }

    private Expression inBrackets() {
        cursor.next();
        return parser.bracketed(")");
    }

    private List<Expression> several() {
        cursor.expect("(");
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(parser.sum());
        } while (cursor.takes(","));
        cursor.expect(")");
        return arguments;
    }
}
