package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.rational.Rational;

/** Powers of fractions with small whole exponents. */
final class Power {

    private static final int MOST_EXPONENT = 64;

    private Power() {}

    /** The power of a base; whole exponents from -64 to 64 only. */
    static Rational of(Rational base, Rational exponent) {
        Unreadable.unless(
                exponent.isWhole() && exponent.numerator().bitLength() < 31, "no whole exponent");
        boolean inverse = exponent.signum() < 0;
        int times = exponent.abs().numerator().intValue();
        Unreadable.unless(
                times <= MOST_EXPONENT && (long) base.bits() * times <= Bound.MOST_BITS,
                "too large a power");
        Unreadable.unless(!base.isZero() || exponent.signum() > 0, "a power of zero");
        Rational power = new Rational(base.numerator().pow(times), base.denominator().pow(times));
        return inverse ? Rational.ONE.over(power) : power;
    }
}
