package dev.glimprouter.eval.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/** Elementary functions, against published digits, one another and double. */
class RealFunctionsTest {

    private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(58);

    @Test
    void piHasThePublishedDigits() {
        assertThat(RealFunctions.PI.toPlainString())
                .startsWith("3.1415926535897932384626433832795028841971693993751058209749445923");
    }

    @Test
    void eHasThePublishedDigits() {
        assertThat(RealFunctions.exp(BigDecimal.ONE).toPlainString())
                .startsWith("2.718281828459045235360287471352662497757247093699959574966");
    }

    @Test
    void theLogarithmOfTwoHasThePublishedDigits() {
        assertThat(RealFunctions.ln(BigDecimal.TWO).toPlainString())
                .startsWith("0.693147180559945309417232121458176568075500134360255254120");
    }

    @Test
    void theFunctionsUndoOneAnotherAndAgreeWithDouble() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 300; i++) {
            double x = random.nextDouble(-40, 40);
            BigDecimal exact = BigDecimal.valueOf(x);
            BigDecimal power = RealFunctions.exp(exact);
            var direction = RealFunctions.direction(exact);

            assertThat(RealFunctions.ln(power)).isCloseTo(exact, within(TINY.movePointRight(2)));
            assertThat(power.doubleValue() / Math.exp(x)).isCloseTo(1, within(1e-13));
            assertThat(direction.sine().doubleValue()).isCloseTo(Math.sin(x), within(1e-13));
            assertThat(direction.cosine().doubleValue()).isCloseTo(Math.cos(x), within(1e-13));
            assertThat(RealFunctions.angle(direction.cosine(), direction.sine()).doubleValue())
                    .isCloseTo(Math.atan2(Math.sin(x), Math.cos(x)), within(1e-13));
        }
    }
}
