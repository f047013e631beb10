package dev.glimprouter.internal.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.internal.rational.Rational;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.math.RoundingMode;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "24, 1, 24",
        "5, 2, 2.5",
        "-1, 4, -0.25",
        "10, 3, 10/3",
        "1, 64, 0.015625",
        "1, 128, 1/128",
        "1000, 1, 1000"
    })
    void numbersAreShownAsPeopleWriteThem(long top, long bottom, String written) {
        assertThat(Decimals.text(Rational.of(top, bottom))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 3", "1, 2.6, 2.7", "2, 2.65, 2.65", "9, 2.65, 2.65"})
    void numbersAreCutOrRounded(int decimals, String cut, String rounded) {
        Rational value = Rational.of("2.65");

        assertThat(Decimals.rounded(value, decimals, RoundingMode.DOWN))
                .isEqualTo(Rational.of(cut));
        assertThat(Decimals.rounded(value, decimals, RoundingMode.HALF_UP))
                .isEqualTo(Rational.of(rounded));
    }

    @Test
    void whatIsTooLargeWithItsDecimalsIsUnreadable() {
        Rational value = new Rational(BigInteger.ONE.shiftLeft(1023), BigInteger.valueOf(3));

        assertThatThrownBy(() -> Decimals.text(value)).isInstanceOf(Unreadable.class);
    }
}
