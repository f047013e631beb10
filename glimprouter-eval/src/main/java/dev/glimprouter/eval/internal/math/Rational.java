package dev.glimprouter.eval.internal.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** An exact fraction in lowest terms with a positive denominator; who computes bounds its size. */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    static final Rational ZERO = of(0);
    static final Rational ONE = of(1);

    Rational {
        Unreadable.unless(denominator.signum() != 0, "divides by zero");
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    static Rational of(long value) {
        return of(BigInteger.valueOf(value));
    }

    static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The value of digits with at most one point. */
    static Rational of(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return value.scale() <= 0
                ? of(value.toBigIntegerExact())
                : new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Rational minus(Rational other) {
        return plus(other.negated());
    }

    Rational times(Rational other) {
        return new Rational(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Rational over(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    Rational abs() {
        return signum() < 0 ? negated() : this;
    }

    int signum() {
        return numerator.signum();
    }

    boolean isZero() {
        return signum() == 0;
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The bits of its larger part. */
    int bits() {
        return Math.max(numerator.bitLength(), denominator.bitLength());
    }

    /** The root that is rational too, if there is one; of nothing negative. */
    Optional<Rational> root(int index) {
        Optional<BigInteger> top = WholeRoot.of(numerator, index);
        return top.isEmpty()
                ? Optional.empty()
                : WholeRoot.of(denominator, index).map(bottom -> new Rational(top.get(), bottom));
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }
}
