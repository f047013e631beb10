package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Several answers to one question, against {@code math.comb} of Python. */
class PassAtKTest {

    @Test
    void anyAndAll() {
        // 1 - comb(7, 4) / comb(10, 4), comb(7, 3) / comb(10, 3)
        assertThat(PassAtK.any(10, 3, 4)).isCloseTo(0.8333333333333334, within(1e-12));
        assertThat(PassAtK.all(10, 7, 3)).isCloseTo(0.2916666666666667, within(1e-12));
    }

    @Test
    void oneAnswerIsTheShare() {
        assertThat(PassAtK.any(8, 3, 1)).isCloseTo(3 / 8.0, within(1e-12));
        assertThat(PassAtK.all(8, 3, 1)).isCloseTo(3 / 8.0, within(1e-12));
    }

    @Test
    void tooFewWrongOnesToFillK() {
        assertThat(PassAtK.any(10, 8, 3)).isEqualTo(1);
        assertThat(PassAtK.all(10, 2, 3)).isZero();
    }

    @Test
    void moreThanThereAreIsRefused() {
        assertThatThrownBy(() -> PassAtK.any(4, 1, 5)).hasMessage("1 of 4 right, k = 5");
    }
}
