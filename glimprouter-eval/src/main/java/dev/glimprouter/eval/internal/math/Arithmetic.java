package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Computes with values within a budget: exactly while the fractions stay small, with an error
 * beyond. Real numbers have real odd roots here, as in school: the cube root of -8 is -2.
 */
record Arithmetic(Budget budget) {

    private static final int MOST_BITS = 4096;
    private static final int MOST_ROOT = 64;
    private static final double MOST_DIGITS = 100_000;

    private static final int SERIES = 40;

    Value plus(Value left, Value right) {
        if (left instanceof Exact a && right instanceof Exact b) {
            charge(a, b);
            return bounded(a.plus(b));
        }
        budget.spend(2);
        return ball(left).plus(ball(right));
    }

    Value minus(Value left, Value right) {
        return plus(left, negated(right));
    }

    Value times(Value left, Value right) {
        if (left instanceof Exact a && right instanceof Exact b) {
            charge(a, b);
            return bounded(a.times(b));
        }
        if (isZero(left) || isZero(right)) {
            return Exact.of(0);
        }
        budget.spend(4);
        return ball(left).times(ball(right));
    }

    Value over(Value left, Value right) {
        return times(left, reciprocal(right));
    }

    Value negated(Value value) {
        return switch (value) {
            case Exact exact -> exact.negated();
            case Ball ball -> ball.negated();
        };
    }

    private Value reciprocal(Value value) {
        budget.spend(6);
        return switch (value) {
            case Exact exact -> {
                charge(exact, exact);
                yield exact.reciprocal();
            }
            case Ball ball -> ball.reciprocal();
        };
    }

    // Fractions are brought to lowest terms, which takes as long as the square of their lengths.
    private void charge(Exact left, Exact right) {
        int words = (left.bits() + right.bits()) / 64;
        int products = left.isReal() && right.isReal() ? 1 : 4;
        budget.spend(1 + products * (words * words / 32));
    }

    private static Value bounded(Exact value) {
        return value.bits() <= MOST_BITS ? value : value.ball();
    }

    private Ball ball(Value value) {
        if (value instanceof Exact exact) {
            budget.spend(exact.bits() / 128);
        }
        return value.ball();
    }

    private static boolean isZero(Value value) {
        return value instanceof Exact exact && exact.isZero();
    }

    Value power(Value base, Value exponent) {
        if (exponent instanceof Exact exact && exact.isReal()) {
            return exact.isWhole()
                    ? wholePower(base, exact.real().numerator())
                    : rationalPower(base, exact.real());
        }
        return exp(times(exponent, ln(base)));
    }

    private Value wholePower(Value base, BigInteger exponent) {
        if (base instanceof Exact exact) {
            if (exact.isZero()) {
                Unreadable.unless(
                        exponent.signum() > 0, "raises zero to a power that is not positive");
                return exact;
            }
            if (exact.isUnit()) {
                return repeated(exact, exponent.mod(BigInteger.valueOf(4)).intValue());
            }
        }
        Unreadable.unless(exponent.bitLength() < 31, "has a power that is too large");
        int times = Math.abs(exponent.intValue());
        checkSize(base, times);
        Value power = repeated(base, times);
        return exponent.signum() < 0 ? reciprocal(power) : power;
    }

    private static void checkSize(Value base, int times) {
        Ball ball = base.ball();
        if (ball.least().signum() != 0) {
            double digits = Math.abs((double) ball.least().precision() - ball.least().scale() - 1);
            Unreadable.unless(digits * times <= MOST_DIGITS, "has a power that is too large");
        }
    }

    private Value repeated(Value base, int times) {
        Value power = Exact.ONE;
        Value square = base;
        for (int left = times; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power = times(power, square);
            }
            if (left > 1) {
                square = times(square, square);
            }
        }
        return power;
    }

    private Value rationalPower(Value base, Rational exponent) {
        if (isZero(base)) {
            Unreadable.unless(exponent.signum() > 0, "raises zero to a power that is not positive");
            return base;
        }
        if (exponent.denominator().bitLength() < 31) {
            Value root = root(base, exponent.denominator().intValue());
            return wholePower(root, exponent.numerator());
        }
        return exp(times(Exact.of(exponent), ln(base)));
    }

    /** The real root of a real number, where there is one, otherwise the principal root. */
    Value root(Value base, int index) {
        Unreadable.unless(index > 0, "has a root that is not positive");
        if (isZero(base) || index == 1) {
            return base;
        }
        if (isNegative(base)) {
            Value root = root(negated(base), index);
            if (index % 2 == 1) {
                return negated(root);
            }
            if (index == 2) {
                return times(root, new Exact(Rational.ZERO, Rational.ONE));
            }
        }
        return exactRoot(base, index).orElseGet(() -> nearRoot(base, index));
    }

    private Optional<Value> exactRoot(Value base, int index) {
        int words = base instanceof Exact exact ? exact.bits() / 64 : 0;
        budget.spend(SERIES + words * words);
        return base instanceof Exact exact
                        && exact.isReal()
                        && exact.real().signum() > 0
                        && index <= MOST_ROOT
                ? WholeRoot.of(exact.real(), index).map(Exact::of)
                : Optional.empty();
    }

    private Value nearRoot(Value base, int index) {
        budget.spend(SERIES);
        return index == 2
                ? ball(base).sqrt()
                : exp(times(Exact.of(Rational.of(1, index)), ln(base)));
    }

    /** Whether it is real, as far as one sees, and below zero for sure. */
    static boolean isNegative(Value value) {
        return switch (value) {
            case Exact exact -> exact.isReal() && exact.real().signum() < 0;
            case Ball ball -> ball.onAxis() && ball.real().add(ball.error()).signum() < 0;
        };
    }

    Value exp(Value value) {
        budget.spend(3 * SERIES);
        return ball(value).exp();
    }

    Value ln(Value value) {
        budget.spend(5 * SERIES);
        return ball(value).ln();
    }
}
