package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.arithmetic.Lexeme.Kind;
import dev.glimprouter.internal.rational.Rational;

import java.util.Objects;

/**
 * Reads the longest formula that begins at a lexeme.
 *
 * <pre>
 * sum      = product { ("+" | "-") product }
 * product  = factor { ("*" | "/" | "of" | nothing before a parenthesis) factor }
 * factor   = [ "+" | "-" ] operand [ "^" exponent ] [ "%" ] [ unit ]
 * operand  = number [ number "/" number ] | "(" sum ")" | \frac "{" sum "}" "{" sum "}"
 * exponent = [ "-" ] operand
 * </pre>
 *
 * What has two readings is {@link Unreadable}, such as 6/2(1+2), -2^2, 40 + 10% or 1/2 of 10 + 4.
 */
final class FormulaParser {

    private static final int DEEPEST = 32;

    private final Cursor cursor;
    private final Units units;
    private final boolean leftSide;
    private boolean negate;
    private boolean hasSum;
    private boolean lastWasShare;
    private int depth;

    /**
     * @param leftSide whether an equality sign is to follow
     * @param negate whether the first number is to be taken negative
     */
    FormulaParser(Cursor cursor, Units units, boolean leftSide, boolean negate) {
        this.cursor = cursor;
        this.units = units;
        this.leftSide = leftSide;
        this.negate = negate;
    }

    /** Whether a plus or minus joined numbers. */
    boolean hasSum() {
        return hasSum;
    }

    Formula sum() {
        depth++;
        Unreadable.unless(depth <= DEEPEST, "too deep");
        Formula sum = product();
        while (cursor.isNext(Kind.PLUS) || cursor.isNext(Kind.MINUS)) {
            Unreadable.unless(!lastWasShare, "a part of a sum");
            Operator operator = cursor.take().is(Kind.PLUS) ? Operator.PLUS : Operator.MINUS;
            Formula right = product();
            Unreadable.unless(
                    Formula.isPercentage(sum) == Formula.isPercentage(right),
                    "per cent of what stands before");
            hasSum = true;
            sum = new Formula.Operation(operator, sum, right);
        }
        depth--;
        return sum;
    }

    private Formula product() {
        Formula product = factor();
        boolean divided = false;
        boolean share = false;
        while (true) {
            if (cursor.take(Kind.TIMES)) {
                product = new Formula.Operation(Operator.TIMES, product, factor());
            } else if (cursor.take(Kind.OVER)) {
                Unreadable.unless(!isTightFraction(), "a division by a fraction");
                divided = true;
                product = new Formula.Operation(Operator.OVER, product, factor());
            } else if (isPart(product) && cursor.isOf()) {
                Unreadable.unless(leftSide, "a part of what may follow");
                cursor.take();
                share = true;
                product = new Formula.Operation(Operator.TIMES, product, factor());
            } else if (isImplicit()) {
                Unreadable.unless(!divided, "an implicit product behind a division");
                product = new Formula.Operation(Operator.TIMES, product, factor());
            } else {
                lastWasShare = share;
                return product;
            }
        }
    }

    /** 6 / 1/2. */
    private boolean isTightFraction() {
        return cursor.isNext(Kind.NUMBER)
                && cursor.peek(0).spaced()
                && cursor.peek(1).is(Kind.OVER)
                && !cursor.peek(1).spaced()
                && cursor.peek(2).is(Kind.NUMBER);
    }

    /** A percentage, a fraction, a number below one. */
    private static boolean isPart(Formula formula) {
        return switch (formula) {
            case Formula.Numeral numeral -> numeral.value().compareTo(Rational.ONE) < 0;
            case Formula.Percentage _ -> true;
            case Formula.Negative _ -> false;
            case Formula.Operation operation -> operation.operator() == Operator.OVER;
        };
    }

    private boolean isImplicit() {
        return cursor.isNext(Kind.OPEN)
                && !cursor.peek(0).spaced()
                && cursor.peek(-1).kind().endsOperand();
    }

    private Formula factor() {
        cursor.take(Kind.PLUS);
        boolean negative = cursor.take(Kind.MINUS) || negate;
        negate = false;
        Formula factor = operand();
        if (cursor.take(Kind.POWER)) {
            Unreadable.unless(!negative, "a power of a negative number");
            factor = new Formula.Operation(Operator.POWER, factor, exponent());
        }
        if (cursor.take(Kind.PERCENT)) {
            factor = new Formula.Percentage(factor);
        }
        units.read();
        return negative ? new Formula.Negative(factor) : factor;
    }

    private Formula exponent() {
        boolean negative = cursor.take(Kind.MINUS);
        Formula exponent = operand();
        Unreadable.unless(!cursor.isNext(Kind.POWER), "a power of a power");
        return negative ? new Formula.Negative(exponent) : exponent;
    }

    private Formula operand() {
        return switch (cursor.peek(0).kind()) {
            case NUMBER -> isMixed() ? mixed() : numeral();
            case OPEN -> group();
            case FRACTION -> {
                cursor.take();
                Formula above = group();
                yield new Formula.Operation(Operator.OVER, above, group());
            }
            default -> throw new Unreadable("no operand");
        };
    }

    private Formula group() {
        Unreadable.unless(cursor.take(Kind.OPEN), "no parenthesis");
        Formula group = sum();
        Unreadable.unless(cursor.take(Kind.CLOSE), "an open parenthesis");
        return group;
    }

    private Formula.Numeral numeral() {
        return Objects.requireNonNull(cursor.take().number());
    }

    /** 2 1/2. */
    private boolean isMixed() {
        return isWhole(0)
                && isWhole(1)
                && cursor.peek(1).spaced()
                && cursor.peek(2).is(Kind.OVER)
                && !cursor.peek(2).spaced()
                && isWhole(3)
                && !cursor.peek(3).spaced();
    }

    private boolean isWhole(int steps) {
        Formula.Numeral number = cursor.peek(steps).number();
        return number != null && number.decimals() == 0 && number.value().isWhole();
    }

    private Formula mixed() {
        Formula.Numeral whole = numeral();
        Formula.Numeral above = numeral();
        cursor.take();
        Rational fraction = Operator.OVER.apply(above.value(), numeral().value());
        Unreadable.unless(fraction.compareTo(Rational.ONE) < 0, "two numbers in a row");
        return new Formula.Numeral(whole.value().plus(fraction), 0, whole.money());
    }
}
