package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Figures with their intervals. */
class MeasuredTest {

    private static List<Repeats> values(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Repeats("q" + i, List.of(values[i])))
                .toList();
    }

    @Test
    void aShareIsOfAllQuestionsTogether() {
        Measured share = Measured.ofShare(values(1, 0, 5), values(2, 4, 6));

        assertThat(share.value()).isEqualTo(0.5);
        assertThat(share.interval().lower()).isZero();
        assertThat(share.interval().upper()).isEqualTo(1);
    }

    /** Residuals 1, -1, 1, -1 over a whole of 40: the error is sqrt(4 / 3 * 4) / 40, t is 3.182. */
    @Test
    void itsIntervalIsThatOfTheLinearisedRatio() {
        Measured share = Measured.ofShare(values(6, 4, 6, 4), values(10, 10, 10, 10));

        assertThat(share.value()).isEqualTo(0.5);
        assertThat(share.interval().upper() - 0.5)
                .isCloseTo(3.1824 * Math.sqrt(16 / 3.0) / 40, within(1e-5));
    }

    @Test
    void oneQuestionTellsNothing() {
        assertThat(Measured.ofShare(values(1), values(3)).interval()).isEqualTo(new Interval(0, 1));
        assertThat(Measured.of(Mean.of(2)).interval()).isEqualTo(Interval.UNKNOWN);
    }

    /** Each question has a rate of its own, so that its steps are alike. */
    @Test
    void itHoldsTheTruthAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(5);
        int held = 0;
        for (int study = 0; study < 2000; study++) {
            double[] parts = new double[40];
            double[] wholes = new double[40];
            for (int q = 0; q < 40; q++) {
                double rate = random.nextBoolean() ? 0.1 : 0.5;
                wholes[q] = 4 + random.nextInt(9);
                for (int step = 0; step < wholes[q]; step++) {
                    parts[q] += random.nextDouble() < rate ? 1 : 0;
                }
            }
            held +=
                    Measured.ofShare(values(parts), values(wholes)).interval().contains(0.3)
                            ? 1
                            : 0;
        }

        assertThat(held / 2000.0).isBetween(0.93, 0.97);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Measured(Double.NaN, Interval.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
