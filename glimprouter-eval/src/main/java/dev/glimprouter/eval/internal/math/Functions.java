package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** The values of functions, built on a few of {@link Arithmetic}. */
record Functions(Arithmetic arithmetic) {

    private static final Exact I = new Exact(Rational.ZERO, Rational.ONE);
    private static final Value PI = Ball.of(RealFunctions.PI);
    private static final int MOST_FACTORIAL = 500;

    Value value(Function function, List<Value> arguments) {
        Value first = arguments.getFirst();
        return switch (function) {
            case SIN -> sine(first);
            case COS -> cosine(first);
            case TAN -> arithmetic.over(sine(first), cosine(first));
            case COT -> arithmetic.over(cosine(first), sine(first));
            case SEC -> arithmetic.over(Exact.ONE, cosine(first));
            case CSC -> arithmetic.over(Exact.ONE, sine(first));
            case ARCSIN -> arcsine(first);
            case ARCCOS -> arithmetic.minus(halved(PI), arcsine(first));
            case ARCTAN -> arctangent(first);
            case SINH -> hyperbolicSine(first);
            case COSH -> hyperbolicCosine(first);
            case TANH -> arithmetic.over(hyperbolicSine(first), hyperbolicCosine(first));
            case EXP -> exp(first);
            case LN -> arithmetic.ln(first);
            case LOG -> arithmetic.over(arithmetic.ln(first), arithmetic.ln(arguments.get(1)));
            case ROOT -> root(first, arguments.get(1));
            case ABS -> absolute(first);
            case FLOOR -> rounded(first, RoundingMode.FLOOR);
            case CEILING -> rounded(first, RoundingMode.CEILING);
            case FACTORIAL -> factorial(whole(first));
            case BINOMIAL -> binomial(whole(first), whole(arguments.get(1)));
            case GCD -> arguments.stream().reduce(this::commonDivisor).orElseThrow();
            case LCM -> arguments.stream().reduce(this::commonMultiple).orElseThrow();
            case MAX -> arguments.stream().reduce((a, b) -> isBelow(a, b) ? b : a).orElseThrow();
            case MIN -> arguments.stream().reduce((a, b) -> isBelow(a, b) ? a : b).orElseThrow();
        };
    }

    private Value exp(Value value) {
        return arithmetic.exp(value);
    }

    private Value halved(Value value) {
        return arithmetic.times(value, Exact.of(Rational.of(1, 2)));
    }

    private Value turned(Value value) {
        return arithmetic.times(value, I);
    }

    private Value sine(Value angle) {
        return arithmetic.negated(turned(hyperbolicSine(turned(angle))));
    }

    private Value cosine(Value angle) {
        return hyperbolicCosine(turned(angle));
    }

    private Value hyperbolicCosine(Value of) {
        Value up = exp(of);
        return halved(arithmetic.plus(up, arithmetic.over(Exact.ONE, up)));
    }

    private Value hyperbolicSine(Value of) {
        Value up = exp(of);
        return halved(arithmetic.minus(up, arithmetic.over(Exact.ONE, up)));
    }

    private Value arcsine(Value value) {
        Value cosine =
                arithmetic.root(arithmetic.minus(Exact.ONE, arithmetic.times(value, value)), 2);
        return arithmetic.negated(turned(arithmetic.ln(arithmetic.plus(turned(value), cosine))));
    }

    private Value arctangent(Value value) {
        Value up = arithmetic.ln(arithmetic.plus(Exact.ONE, turned(value)));
        Value down = arithmetic.ln(arithmetic.minus(Exact.ONE, turned(value)));
        return arithmetic.negated(turned(halved(arithmetic.minus(up, down))));
    }

    private Value root(Value value, Value index) {
        if (index instanceof Exact exact
                && exact.isWhole()
                && exact.real().numerator().bitLength() < 31) {
            return arithmetic.root(value, exact.real().numerator().intValue());
        }
        return arithmetic.power(value, arithmetic.over(Exact.ONE, index));
    }

    private static Value absolute(Value value) {
        return value instanceof Exact exact && exact.isReal()
                ? Exact.of(exact.real().abs())
                : value.ball().abs();
    }

    private static Value rounded(Value value, RoundingMode mode) {
        if (value instanceof Exact exact && exact.isReal()) {
            BigInteger[] parts =
                    exact.real().numerator().divideAndRemainder(exact.real().denominator());
            int off = mode == RoundingMode.FLOOR ? -1 : 1;
            return Exact.of(
                    Rational.of(
                            parts[1].signum() == off
                                    ? parts[0].add(BigInteger.valueOf(off))
                                    : parts[0]));
        }
        Ball ball = value.ball();
        Unreadable.unless(
                ball.onAxis() && ball.least().precision() - ball.least().scale() < 50,
                "rounds what cannot be rounded");
        BigDecimal low = ball.real().subtract(ball.error()).setScale(0, mode);
        BigDecimal high = ball.real().add(ball.error()).setScale(0, mode);
        Unreadable.unless(low.compareTo(high) == 0, "rounds what may be whole");
        return Exact.of(Rational.of(low.toBigIntegerExact()));
    }

    private static BigInteger whole(Value value) {
        if (value instanceof Exact exact && exact.isWhole()) {
            return exact.real().numerator();
        }
        throw new Unreadable("needs a whole number where none stands");
    }

    private Value factorial(BigInteger of) {
        Unreadable.unless(
                of.signum() >= 0 && of.compareTo(BigInteger.valueOf(MOST_FACTORIAL)) <= 0,
                "has a factorial that is too large");
        Value product = Exact.ONE;
        for (int i = 2; i <= of.intValue(); i++) {
            product = arithmetic.times(product, Exact.of(i));
        }
        return product;
    }

    private Value binomial(BigInteger from, BigInteger chosen) {
        Unreadable.unless(
                from.bitLength() < 31 && chosen.bitLength() < 31 && chosen.signum() >= 0,
                "has a binomial coefficient that is too large");
        BigInteger other = from.subtract(chosen);
        BigInteger fewer = from.signum() >= 0 ? chosen.min(other) : chosen;
        if (fewer.signum() < 0) {
            return Exact.of(0);
        }
        Unreadable.unless(
                fewer.intValue() <= MOST_FACTORIAL, "has a binomial coefficient that is too large");
        Value product = Exact.ONE;
        for (int i = 0; i < fewer.intValue(); i++) {
            Value factor = Exact.of(Rational.of(from.intValue() - (long) i, i + 1L));
            product = arithmetic.times(product, factor);
        }
        return product;
    }

    private Value commonDivisor(Value left, Value right) {
        return Exact.of(Rational.of(whole(left).gcd(whole(right))));
    }

    private Value commonMultiple(Value left, Value right) {
        Value divisor = commonDivisor(left, right);
        return absolute(arithmetic.over(arithmetic.times(left, right), divisor));
    }

    private boolean isBelow(Value left, Value right) {
        return Order.of(left, right, arithmetic) < 0;
    }
}
