package dev.glimprouter.internal.arithmetic;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Fractions as decimals. */
final class Decimals {

    private static final int DECIMALS_SHOWN = 6;

    private Decimals() {}

    /** Cut or rounded to a number of decimals. */
    static Rational rounded(Rational value, int decimals, RoundingMode mode) {
        BigDecimal rounded =
                new BigDecimal(value.numerator())
                        .divide(new BigDecimal(value.denominator()), decimals, mode);
        return Bound.checked(new Rational(rounded.unscaledValue(), BigInteger.TEN.pow(decimals)));
    }

    /** As people write it: 24, 2.5, or 10/3. */
    static String text(Rational value) {
        boolean isShort =
                !value.isWhole()
                        && rounded(value, DECIMALS_SHOWN, RoundingMode.HALF_UP).equals(value);
        return isShort
                ? new BigDecimal(value.numerator())
                        .divide(new BigDecimal(value.denominator()))
                        .stripTrailingZeros()
                        .toPlainString()
                : value.toString();
    }
}
