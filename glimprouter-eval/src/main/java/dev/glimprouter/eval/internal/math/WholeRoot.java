package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigInteger;
import java.util.Optional;

/** Roots of whole numbers that are whole numbers, and of fractions that are fractions. */
final class WholeRoot {

    private WholeRoot() {}

    /** The root of a fraction that is not negative. */
    static Optional<Rational> of(Rational value, int index) {
        Optional<BigInteger> top = of(value.numerator(), index);
        return top.isEmpty()
                ? Optional.empty()
                : of(value.denominator(), index).map(bottom -> new Rational(top.get(), bottom));
    }

    /** The root of a number that is not negative, by Newton's method from above. */
    static Optional<BigInteger> of(BigInteger value, int index) {
        if (value.signum() == 0 || value.equals(BigInteger.ONE)) {
            return Optional.of(value);
        }
        if (index >= value.bitLength()) {
            return Optional.empty();
        }
        BigInteger degree = BigInteger.valueOf(index);
        BigInteger guess = BigInteger.ONE.shiftLeft(value.bitLength() / index + 1);
        while (true) {
            BigInteger power = guess.pow(index - 1);
            BigInteger next =
                    guess.multiply(BigInteger.valueOf(index - 1L))
                            .add(value.divide(power))
                            .divide(degree);
            if (next.compareTo(guess) >= 0) {
                break;
            }
            guess = next;
        }
        return guess.pow(index).equals(value) ? Optional.of(guess) : Optional.empty();
    }
}
