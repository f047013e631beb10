package dev.glimprouter.eval.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.internal.rational.Rational;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;

/** Exact values stay exact, and a ball holds the number that it stands for. */
class ArithmeticTest {

    private final Arithmetic arithmetic = new Arithmetic(new Budget());

    private static Exact exact(long top, long bottom) {
        return Exact.of(Rational.of(top, bottom));
    }

    @Test
    void rationalPowersStayExactWhereTheyAre() {
        assertThat(arithmetic.power(exact(8, 27), exact(-2, 3))).isEqualTo(exact(9, 4));
        assertThat(arithmetic.power(exact(-8, 1), exact(1, 3))).isEqualTo(exact(-2, 1));
        assertThat(arithmetic.root(exact(-4, 1), 2))
                .isEqualTo(new Exact(Rational.ZERO, Rational.of(2)));
    }

    @Test
    void aLargePowerHasAnErrorButItsSize() {
        Value power = arithmetic.power(exact(3, 1), exact(10_000, 1));

        assertThat(power).isInstanceOf(Ball.class);
        assertContains(power.ball(), new BigDecimal(BigInteger.valueOf(3).pow(10_000)));
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> arithmetic.power(exact(10, 1), exact(100_001, 1)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void aDivisionByZeroIsRefused() {
        assertThatThrownBy(() -> arithmetic.over(exact(1, 2), exact(0, 1)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("divides by zero");
        assertThatThrownBy(() -> new Exact(Rational.ZERO, Rational.ZERO).reciprocal())
                .isInstanceOf(Unreadable.class);
        assertThat(new Exact(Rational.ZERO, Rational.of(2)).reciprocal())
                .isEqualTo(new Exact(Rational.ZERO, Rational.of(-1, 2)));
    }

    @Test
    void aFractionHasARootIfBothPartsHaveOne() {
        assertThat(WholeRoot.of(Rational.of(8, 27), 3)).contains(Rational.of(2, 3));
        assertThat(WholeRoot.of(Rational.ZERO, 2)).contains(Rational.ZERO);
        assertThat(WholeRoot.of(Rational.of(2, 9), 2)).isEmpty();
        assertThat(WholeRoot.of(Rational.of(4, 3), 2)).isEmpty();
    }

    @Test
    void aBallHoldsTheExactValueOfRandomCalculations() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 200; round++) {
            Arithmetic fresh = new Arithmetic(new Budget());
            Value value = exact(random.nextInt(1, 1000), random.nextInt(1, 1000));
            Value ball = value.ball();
            for (int i = 0; i < 20; i++) {
                Exact other = exact(random.nextInt(1, 1000), random.nextInt(1, 1000));
                int operation = random.nextInt(3);
                value = apply(fresh, operation, value, other);
                ball = apply(fresh, operation, ball, other.ball());
            }
            Rational right = ((Exact) value).real();
            assertContains(
                    ball.ball(),
                    new BigDecimal(right.numerator())
                            .divide(new BigDecimal(right.denominator()), Ball.CENTRE));
        }
    }

    private static Value apply(Arithmetic arithmetic, int operation, Value left, Value right) {
        return switch (operation) {
            case 0 -> arithmetic.minus(left, right);
            case 1 -> arithmetic.times(left, right);
            default -> arithmetic.over(left, right);
        };
    }

    private static void assertContains(Ball ball, BigDecimal value) {
        assertThat(ball.real().subtract(value, Ball.CENTRE).abs())
                .isLessThanOrEqualTo(ball.error());
        assertThat(ball.error()).isLessThan(value.abs().max(BigDecimal.ONE).movePointLeft(40));
    }

    @Test
    void theBudgetEnds() {
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < Budget.OPERATIONS; i++) {
                                arithmetic.exp(Exact.ONE);
                            }
                        })
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("operations");
    }
}
