package dev.glimprouter.internal.rational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;

/** Fractions are exact and have one form each. */
class RationalTest {

    private static final Rational HALF = Rational.of(1, 2);
    private static final Rational THIRD = Rational.of(1, 3);

    @ParameterizedTest
    @CsvSource({"6, 4, 3/2", "-6, 4, -3/2", "6, -4, -3/2", "-6, -4, 3/2", "0, -7, 0", "8, 4, 2"})
    void isInLowestTermsWithAPositiveDenominator(long top, long bottom, String written) {
        assertThat(Rational.of(top, bottom)).hasToString(written);
    }

    @Test
    void equalNumbersAreEqual() {
        assertThat(Rational.of(2, -4)).isEqualTo(Rational.of(-1, 2));
        assertThat(Rational.of(2, -4)).hasSameHashCodeAs(Rational.of(-1, 2));
        assertThat(Rational.of(0, 5)).isEqualTo(Rational.ZERO);
        assertThat(Rational.of(BigInteger.ONE)).isEqualTo(Rational.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "24, 24",
        "2.50, 5/2",
        ".5, 1/2",
        "3., 3",
        "-0.25, -1/4",
        "1.5e3, 1500",
        "2e-3, 1/500"
    })
    void readsDecimals(String decimal, String written) {
        assertThat(Rational.of(decimal)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1/2", "1,000", "x"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> Rational.of(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void computesExactly() {
        assertThat(HALF.plus(THIRD)).isEqualTo(Rational.of(5, 6));
        assertThat(THIRD.minus(HALF)).isEqualTo(Rational.of(-1, 6));
        assertThat(HALF.times(Rational.of(-4))).isEqualTo(Rational.of(-2));
        assertThat(HALF.over(Rational.of(-3, 4))).isEqualTo(Rational.of(-2, 3));
        assertThat(HALF.negated().abs()).isEqualTo(HALF);
    }

    @Test
    void knowsItsSignAndItsForm() {
        assertThat(HALF.negated().signum()).isNegative();
        assertThat(HALF.minus(HALF).isZero()).isTrue();
        assertThat(HALF.isWhole()).isFalse();
        assertThat(HALF.plus(HALF).isWhole()).isTrue();
    }

    @Test
    void isComparedByItsValue() {
        assertThat(THIRD).isLessThan(HALF);
        assertThat(HALF.negated()).isLessThan(THIRD.negated());
        assertThat(Rational.of("0.5")).isEqualByComparingTo(HALF);
    }

    @Test
    void countsTheBitsOfTheLargerPart() {
        assertThat(Rational.of(255).bits()).isEqualTo(8);
        assertThat(Rational.of(-1, 256).bits()).isEqualTo(9);
    }

    @Test
    void isOfAnySize() {
        Rational large = Rational.of(BigInteger.ONE.shiftLeft(5000));

        assertThat(large.times(large).bits()).isEqualTo(10_001);
        assertThat(large.over(large)).isEqualTo(Rational.ONE);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(0, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> HALF.over(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
    }
}
