package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.eval.statistics.NonInferiority.Verdict;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** McNemar, Holm and margins, against statsmodels 0.15.0. */
class ComparisonTestsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** {@code mcnemar([[0, b], [c, 0]], exact=True).pvalue}. */
    @ParameterizedTest
    @CsvSource({
        "9, 2, 0.0654296875",
        "2, 9, 0.0654296875",
        "5, 5, 1",
        "12, 3, 0.03515625",
        "0, 0, 1"
    })
    void mcNemarTossesACoin(int onlyA, int onlyB, double pValue) {
        assertThat(McNemar.of(onlyA, onlyB).pValue()).isCloseTo(pValue, EXACT);
    }

    @Test
    void mcNemarCountsQuestionsThatOneAloneHasRight() {
        McNemar test =
                McNemar.of(Samples.singles(1, 1, 0, 0, 1, 1), Samples.singles(1, 0, 1, 0, 0, 0));

        assertThat(test).isEqualTo(new McNemar(3, 1, 0.625));
    }

    @Test
    void mcNemarKnowsSingleRunsOnly() {
        List<Repeats> twice = Samples.repeated(new double[] {1, 0});

        assertThatThrownBy(() -> McNemar.of(twice, twice))
                .hasMessageContaining("more than one run");
    }

    /** {@code multipletests(p, method='holm')[1]}. */
    @Test
    void holmAdjustsFromTheLeast() {
        assertThat(Holm.adjust(List.of(.01, .04, .03, .005)))
                .usingElementComparator(ComparisonTestsTest::nearly)
                .containsExactly(.03, .06, .06, .02);
        assertThat(Holm.adjust(List.of(.2, .001, .02, .021, .9)))
                .usingElementComparator(ComparisonTestsTest::nearly)
                .containsExactly(.4, .005, .08, .08, .9);
        assertThat(Holm.adjust(List.of())).isEmpty();
    }

    private static int nearly(Double a, Double b) {
        return Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.02, 0.05, SHOWN",
        "0.01, 0.05, SHOWN",
        "-0.03, 0.05, OPEN",
        "-0.10, 0.05, OPEN",
        "-0.10, -0.03, OPEN",
        "-0.10, -0.04, REFUTED"
    })
    void theIntervalDecidesAboutTheMargin(double lower, double upper, Verdict verdict) {
        assertThat(NonInferiority.of(new Interval(lower, upper), 0.03).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aMarginIsAboveZero() {
        assertThatThrownBy(() -> NonInferiority.of(new Interval(0, 1), 0))
                .hasMessage("a margin is above 0, not 0.0");
    }
}
