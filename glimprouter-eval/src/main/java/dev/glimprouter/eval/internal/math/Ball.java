package dev.glimprouter.eval.internal.math;

import dev.glimprouter.internal.rational.Rational;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A complex number within an error: the true number lies in the square around the centre that
 * reaches the error in each direction. Every operation widens the error by what it may have lost,
 * so that two balls apart are two numbers.
 */
record Ball(BigDecimal real, BigDecimal imaginary, BigDecimal error) implements Value {

    /** Digits of the centre. */
    static final MathContext CENTRE = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final MathContext ERROR = new MathContext(6, RoundingMode.UP);
    private static final MathContext NEARER = new MathContext(60, RoundingMode.DOWN);
    private static final BigDecimal LOST = BigDecimal.ONE.movePointLeft(57);
    private static final BigDecimal NO_ERROR = BigDecimal.ZERO;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_EXPONENT = 100_000;

    Ball {
        checkSize(real);
        checkSize(imaginary);
        checkSize(error);
    }

    /** A real number that was computed with an error in its last digits only. */
    static Ball of(BigDecimal real) {
        return rounded(real, BigDecimal.ZERO, NO_ERROR);
    }

    static Ball of(Rational real, Rational imaginary) {
        return rounded(decimal(real), decimal(imaginary), NO_ERROR);
    }

    private static BigDecimal decimal(Rational value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), CENTRE);
    }

    private static void checkSize(BigDecimal part) {
        long exponent = (long) part.precision() - part.scale();
        Unreadable.unless(
                part.signum() == 0 || Math.abs(exponent) <= MOST_EXPONENT,
                "is beyond 100,000 digits");
    }

    private static Ball rounded(BigDecimal real, BigDecimal imaginary, BigDecimal error) {
        BigDecimal lost = real.abs().add(imaginary.abs(), ERROR).multiply(LOST, ERROR);
        return new Ball(real, imaginary, error.add(lost, ERROR));
    }

    Ball plus(Ball other) {
        return rounded(
                real.add(other.real, CENTRE),
                imaginary.add(other.imaginary, CENTRE),
                error.add(other.error, ERROR));
    }

    Ball negated() {
        return new Ball(real.negate(), imaginary.negate(), error);
    }

    Ball times(Ball other) {
        BigDecimal wider =
                most().multiply(other.error, ERROR)
                        .add(other.most().multiply(error, ERROR), ERROR)
                        .add(error.multiply(other.error, ERROR), ERROR)
                        .multiply(BigDecimal.TWO, ERROR)
                        .add(most().multiply(other.most(), ERROR).multiply(LOST, ERROR), ERROR);
        return new Ball(
                real.multiply(other.real).subtract(imaginary.multiply(other.imaginary), CENTRE),
                real.multiply(other.imaginary).add(imaginary.multiply(other.real), CENTRE),
                wider);
    }

    Ball reciprocal() {
        BigDecimal nearest = least().subtract(error, NEARER);
        Unreadable.unless(nearest.signum() > 0, "divides by zero or by what may be zero");
        BigDecimal square = real.multiply(real).add(imaginary.multiply(imaginary), CENTRE);
        return rounded(
                real.divide(square, CENTRE),
                imaginary.negate().divide(square, CENTRE),
                error.multiply(BigDecimal.TWO)
                        .divide(least().multiply(nearest, Ball.CENTRE), ERROR));
    }

    Ball exp() {
        BigDecimal size = RealFunctions.exp(real);
        Unreadable.unless(error.compareTo(HALF) < 0, "has a power that is too uncertain");
        RealFunctions.Direction direction = RealFunctions.direction(imaginary);
        return rounded(
                size.multiply(direction.cosine(), CENTRE),
                size.multiply(direction.sine(), CENTRE),
                size.multiply(
                        error.multiply(BigDecimal.valueOf(4))
                                .add(imaginary.abs().multiply(LOST), ERROR)
                                .add(real.abs().multiply(LOST), ERROR),
                        ERROR));
    }

    /** The principal logarithm; a number that may be negative counts as negative. */
    Ball ln() {
        BigDecimal nearest = least().subtract(error, NEARER);
        Unreadable.unless(nearest.signum() > 0, "has the logarithm of zero");
        BigDecimal height = onAxis() ? BigDecimal.ZERO : imaginary;
        BigDecimal size = size(real, height);
        return rounded(
                        RealFunctions.ln(size),
                        RealFunctions.angle(real.divide(size, CENTRE), height.divide(size, CENTRE)),
                        error.multiply(BigDecimal.valueOf(4)).divide(nearest, ERROR))
                .widened(LOST);
    }

    /** The principal square root; a number that may be negative counts as negative. */
    Ball sqrt() {
        BigDecimal wider =
                least().signum() == 0
                        ? spread()
                        : spread().min(
                                        error.multiply(BigDecimal.TWO)
                                                .divide(least().sqrt(CENTRE), ERROR));
        BigDecimal height = onAxis() ? BigDecimal.ZERO : imaginary;
        BigDecimal half =
                size(real, height)
                        .add(real.abs(), CENTRE)
                        .divide(BigDecimal.TWO, CENTRE)
                        .sqrt(CENTRE);
        if (half.signum() == 0) {
            return new Ball(half, half, wider);
        }
        BigDecimal other = height.abs().divide(half.multiply(BigDecimal.TWO), CENTRE);
        BigDecimal top = real.signum() >= 0 ? half : other;
        BigDecimal side = real.signum() >= 0 ? other : half;
        return rounded(top, height.signum() < 0 ? side.negate() : side, wider);
    }

    private BigDecimal spread() {
        return error.multiply(BigDecimal.valueOf(4)).sqrt(ERROR).multiply(BigDecimal.TWO, ERROR);
    }

    /** The distance from zero. */
    Ball abs() {
        return rounded(size(real, imaginary), BigDecimal.ZERO, error.multiply(BigDecimal.TWO));
    }

    private Ball widened(BigDecimal by) {
        return new Ball(real, imaginary, error.add(by, ERROR));
    }

    /** Whether it may be real. */
    boolean onAxis() {
        return imaginary.abs().compareTo(error) <= 0;
    }

    /** No less than the distance of the centre from zero. */
    BigDecimal most() {
        return real.abs().add(imaginary.abs(), ERROR);
    }

    /** No more than the distance of the centre from zero. */
    BigDecimal least() {
        return real.abs().max(imaginary.abs());
    }

    private static BigDecimal size(BigDecimal real, BigDecimal imaginary) {
        return imaginary.signum() == 0
                ? real.abs()
                : real.multiply(real).add(imaginary.multiply(imaginary), CENTRE).sqrt(CENTRE);
    }

    @Override
    public Ball ball() {
        return this;
    }
}
