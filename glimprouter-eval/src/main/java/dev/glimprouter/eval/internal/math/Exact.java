package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

/** A complex number whose parts are rational. */
record Exact(Rational real, Rational imaginary) implements Value {

    static final Exact ONE = of(1);

    static Exact of(long value) {
        return of(Rational.of(value));
    }

    static Exact of(Rational value) {
        return new Exact(value, Rational.ZERO);
    }

    Exact plus(Exact other) {
        return new Exact(real.plus(other.real), imaginary.plus(other.imaginary));
    }

    Exact times(Exact other) {
        if (isReal() && other.isReal()) {
            return of(real.times(other.real));
        }
        return new Exact(
                real.times(other.real).minus(imaginary.times(other.imaginary)),
                real.times(other.imaginary).plus(imaginary.times(other.real)));
    }

    Exact negated() {
        return new Exact(real.negated(), imaginary.negated());
    }

    Exact reciprocal() {
        Unreadable.unless(!isZero(), "divides by zero");
        if (isReal()) {
            return of(Rational.ONE.over(real));
        }
        Rational square = real.times(real).plus(imaginary.times(imaginary));
        return new Exact(real.over(square), imaginary.negated().over(square));
    }

    boolean isReal() {
        return imaginary.isZero();
    }

    boolean isZero() {
        return isReal() && real.isZero();
    }

    boolean isWhole() {
        return isReal() && real.isWhole();
    }

    /** Whether its distance from zero is one, along an axis. */
    boolean isUnit() {
        return isReal()
                ? real.abs().equals(Rational.ONE)
                : real.isZero() && imaginary.abs().equals(Rational.ONE);
    }

    int bits() {
        return Math.max(real.bits(), imaginary.bits());
    }

    @Override
    public Ball ball() {
        return Ball.of(real, imaginary);
    }
}
