package dev.glimprouter.eval.internal.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Elementary functions of real numbers, to some 60 digits.
 *
 * <p>Series after a reduction of the argument; the logarithm and the angle start from what {@code
 * double} knows and are corrected until the digits are there.
 */
final class RealFunctions {

    private static final MathContext DIGITS = new MathContext(70, RoundingMode.HALF_EVEN);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(70);
    private static final int HALVINGS = 8;
    private static final BigDecimal MOST_EXPONENT = BigDecimal.valueOf(230_000);
    private static final BigDecimal MOST_ANGLE = BigDecimal.valueOf(1_000_000_000);

    static final BigDecimal PI =
            arctangentOfInverse(5)
                    .multiply(BigDecimal.valueOf(16))
                    .subtract(arctangentOfInverse(239).multiply(BigDecimal.valueOf(4)))
                    .round(DIGITS);

    private static final BigDecimal HALF_PI = PI.divide(BigDecimal.TWO, DIGITS);
    private static final BigDecimal LN_10 = lnNearOne(BigDecimal.TEN);

    /** Cosine and sine of an angle. */
    record Direction(BigDecimal cosine, BigDecimal sine) {}

    private RealFunctions() {}

    static BigDecimal exp(BigDecimal power) {
        Unreadable.unless(power.abs().compareTo(MOST_EXPONENT) < 0, "is beyond 100,000 digits");
        BigDecimal tens = power.divide(LN_10, 0, RoundingMode.HALF_EVEN);
        BigDecimal rest = power.subtract(tens.multiply(LN_10));
        return expOfSmall(rest).scaleByPowerOfTen(tens.intValueExact());
    }

    private static BigDecimal expOfSmall(BigDecimal power) {
        BigDecimal part = power.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; term.abs().compareTo(NEGLIGIBLE) > 0; i++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Of a positive number. */
    static BigDecimal ln(BigDecimal value) {
        int tens = value.precision() - value.scale();
        return lnNearOne(value.scaleByPowerOfTen(-tens))
                .add(LN_10.multiply(BigDecimal.valueOf(tens)), DIGITS);
    }

    private static BigDecimal lnNearOne(BigDecimal value) {
        BigDecimal guess = BigDecimal.valueOf(Math.log(value.doubleValue()));
        for (int i = 0; i < 2; i++) {
            BigDecimal power = expOfSmall(guess);
            BigDecimal correction =
                    value.subtract(power).multiply(BigDecimal.TWO).divide(value.add(power), DIGITS);
            guess = guess.add(correction, DIGITS);
        }
        return guess;
    }

    /** Of an angle in radians. */
    static Direction direction(BigDecimal angle) {
        Unreadable.unless(angle.abs().compareTo(MOST_ANGLE) < 0, "has an angle that is too large");
        BigDecimal quarters = angle.divide(HALF_PI, 0, RoundingMode.HALF_EVEN);
        BigDecimal rest = angle.subtract(quarters.multiply(HALF_PI));
        BigDecimal cosine = series(BigDecimal.ONE, rest, 1);
        BigDecimal sine = series(rest, rest, 2);
        return switch (quarters.toBigInteger().mod(BigInteger.valueOf(4)).intValue()) {
            case 0 -> new Direction(cosine, sine);
            case 1 -> new Direction(sine.negate(), cosine);
            case 2 -> new Direction(cosine.negate(), sine.negate());
            default -> new Direction(sine, cosine.negate());
        };
    }

    private static BigDecimal series(BigDecimal first, BigDecimal angle, int from) {
        BigDecimal square = angle.multiply(angle, DIGITS).negate();
        BigDecimal sum = first;
        BigDecimal term = first;
        for (int i = from; term.abs().compareTo(NEGLIGIBLE) > 0; i += 2) {
            term =
                    term.multiply(square, DIGITS)
                            .divide(BigDecimal.valueOf((long) i * (i + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /** The angle of a direction, from minus pi, exclusive, to pi. */
    static BigDecimal angle(BigDecimal cosine, BigDecimal sine) {
        BigDecimal guess = BigDecimal.valueOf(Math.atan2(sine.doubleValue(), cosine.doubleValue()));
        Direction near = direction(guess);
        BigDecimal off =
                sine.multiply(near.cosine()).subtract(cosine.multiply(near.sine()), DIGITS);
        BigDecimal square = off.multiply(off, DIGITS);
        BigDecimal cubic = square.multiply(off, DIGITS).divide(BigDecimal.valueOf(6), DIGITS);
        BigDecimal fifth =
                square.multiply(square, DIGITS)
                        .multiply(off, DIGITS)
                        .multiply(new BigDecimal("0.075"), DIGITS);
        return guess.add(off, DIGITS).add(cubic, DIGITS).add(fifth, DIGITS);
    }

    private static BigDecimal arctangentOfInverse(int inverse) {
        MathContext more = new MathContext(80, RoundingMode.HALF_EVEN);
        BigDecimal square = BigDecimal.valueOf((long) inverse * inverse);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(inverse), more);
        BigDecimal sum = power;
        for (int i = 3; power.compareTo(NEGLIGIBLE.movePointLeft(6)) > 0; i += 2) {
            power = power.divide(square, more);
            BigDecimal term = power.divide(BigDecimal.valueOf(i), more);
            sum = i % 4 == 3 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }
}
