package dev.glimprouter.internal.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.internal.rational.Rational;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;

/** Results are exact, and unreadable beyond a bound. */
class OperatorTest {

    private static final Rational LARGEST =
            Rational.of(BigInteger.ONE.shiftLeft(1024).subtract(BigInteger.ONE));
    private static final Rational SMALLEST = Rational.ONE.over(LARGEST);

    private static void assertUnreadable(Operator operator, Rational left, Rational right) {
        assertThatThrownBy(() -> operator.apply(left, right)).isInstanceOf(Unreadable.class);
    }

    @Test
    void resultsOfUpTo1024BitsAreExact() {
        assertThat(Operator.TIMES.apply(LARGEST, Rational.ONE)).isEqualTo(LARGEST);
        assertThat(Operator.TIMES.apply(LARGEST, SMALLEST)).isEqualTo(Rational.ONE);
        assertThat(Operator.OVER.apply(Rational.ONE, LARGEST)).isEqualTo(SMALLEST);
        assertThat(Operator.MINUS.apply(LARGEST, LARGEST)).isEqualTo(Rational.ZERO);
    }

    @Test
    void largerResultsAreUnreadable() {
        assertUnreadable(Operator.PLUS, LARGEST, Rational.ONE);
        assertUnreadable(Operator.MINUS, LARGEST.negated(), Rational.of(2));
        assertUnreadable(Operator.TIMES, LARGEST, Rational.of(2));
        assertUnreadable(Operator.TIMES, LARGEST, LARGEST);
        assertUnreadable(Operator.OVER, SMALLEST, Rational.of(2));
        assertUnreadable(Operator.OVER, LARGEST, SMALLEST);
    }

    @Test
    void aDivisionByZeroIsUnreadable() {
        assertUnreadable(Operator.OVER, Rational.ONE, Rational.ZERO);
        assertUnreadable(Operator.OVER, Rational.ZERO, Rational.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, 1024",
        "2, -3, 0.125",
        "-1.5, 3, -3.375",
        "7, 0, 1",
        "0, 2, 0",
        "1, -64, 1"
    })
    void powersWithSmallWholeExponentsAreExact(String base, String exponent, String power) {
        assertThat(Operator.POWER.apply(Rational.of(base), Rational.of(exponent)))
                .isEqualTo(Rational.of(power));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.5", "1, 65", "1, -65", "1, 2147483648", "65536, 64", "0, 0", "0, -1"})
    void otherPowersAreUnreadable(String base, String exponent) {
        assertUnreadable(Operator.POWER, Rational.of(base), Rational.of(exponent));
    }

    @Test
    void aPowerIsUnreadableBeforeItIsLarge() {
        assertUnreadable(Operator.POWER, LARGEST, Rational.of(2));
        assertUnreadable(Operator.POWER, SMALLEST, Rational.of(-2));
    }
}
