package dev.glimprouter.internal.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms with a positive denominator, each part of at most 1024 bits.
 * What would be larger, and a division by zero, is {@link Unreadable}.
 */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    static final Rational ONE = of(1);
    static final Rational HUNDRED = of(100);

    private static final int MOST_BITS = 1024;
    private static final int MOST_EXPONENT = 64;
    private static final int DECIMALS_SHOWN = 6;

    Rational {
        Unreadable.unless(
                numerator.bitLength() <= MOST_BITS && denominator.bitLength() <= MOST_BITS,
                "too large");
        Unreadable.unless(denominator.signum() != 0, "division by zero");
        BigInteger common =
                denominator.equals(BigInteger.ONE) ? BigInteger.ONE : numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** The value of digits with at most one point. */
    static Rational of(String decimal) {
        int point = decimal.indexOf('.');
        if (point < 0) {
            return new Rational(new BigInteger(decimal), BigInteger.ONE);
        }
        String digits = decimal.substring(0, point) + decimal.substring(point + 1);
        return new Rational(
                new BigInteger(digits), BigInteger.TEN.pow(decimal.length() - 1 - point));
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

    /** Whole exponents from -64 to 64 only. */
    Rational power(Rational exponent) {
        Unreadable.unless(
                exponent.isWhole() && exponent.numerator.bitLength() < 31, "no whole exponent");
        int times = exponent.numerator.intValue();
        int size = Math.max(numerator.bitLength(), denominator.bitLength());
        Unreadable.unless(
                Math.abs(times) <= MOST_EXPONENT && (long) size * Math.abs(times) <= MOST_BITS,
                "too large a power");
        Unreadable.unless(signum() != 0 || times > 0, "a power of zero");
        Rational power =
                new Rational(numerator.pow(Math.abs(times)), denominator.pow(Math.abs(times)));
        return times < 0 ? ONE.over(power) : power;
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

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** Cut or rounded to a number of decimals. */
    Rational rounded(int decimals, RoundingMode mode) {
        BigDecimal rounded =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
        return new Rational(rounded.unscaledValue(), BigInteger.TEN.pow(decimals));
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    /** As people write it: 24, 2.5, or 10/3. */
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        Rational shown = rounded(DECIMALS_SHOWN, RoundingMode.HALF_UP);
        return shown.equals(this)
                ? new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator))
                        .stripTrailingZeros()
                        .toPlainString()
                : numerator + "/" + denominator;
    }
}
