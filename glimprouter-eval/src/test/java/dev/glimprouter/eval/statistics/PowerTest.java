package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What studies can find, against {@code statsmodels.stats.power.TTestPower} (0.15.0). */
class PowerTest {

    /**
     * {@code TTestPower().solve_power(nobs=n, alpha=.05, power=.8)} times the deviation {@code
     * sqrt(1/9 + 1/3/k)}; the sum of two quantiles is short of the noncentral t by less than 0.3 %.
     */
    @ParameterizedTest
    @CsvSource({"30, 8, 0.20686", "500, 1, 0.083688", "500, 4, 0.055355"})
    void aPlannedStudy(int questions, int repeats, double detectable) {
        double found = Power.of(VarianceComponents.ASSUMED, questions, repeats).detectable();

        assertThat(found).isCloseTo(detectable, within(0.003 * detectable));
    }

    @Test
    void questionsForADifference() {
        int questions = Power.questionsFor(VarianceComponents.ASSUMED, 0.05, 1);

        assertThat(Power.of(VarianceComponents.ASSUMED, questions, 1).detectable())
                .isLessThanOrEqualTo(0.05);
        assertThat(Power.of(VarianceComponents.ASSUMED, questions - 1, 1).detectable())
                .isGreaterThan(0.05);
    }

    @Test
    void scatterIsSplitIntoQuestionsAndRepeats() {
        List<Repeats> a =
                Samples.repeated(
                        new double[] {1, 1, 1, 1},
                        new double[] {0, 0, 0, 1},
                        new double[] {1, 1, 1, 1},
                        new double[] {1, 1, 1, 1});
        List<Repeats> b =
                Samples.repeated(
                        new double[] {0, 0, 0, 0},
                        new double[] {0, 0, 1, 0},
                        new double[] {1, 1, 0, 1},
                        new double[] {0, 0, 0, 1});

        VarianceComponents seen = VarianceComponents.of(a, b).orElseThrow();

        // By hand: within A (0.75 / 12), within B (3 * 0.75 / 12); differences 1, 0, 0.25, 0.75
        // with
        // variance 0.2083333; less (0.0625 + 0.1875) / 4.
        assertThat(seen.withinA()).isCloseTo(0.0625, within(1e-12));
        assertThat(seen.withinB()).isCloseTo(0.1875, within(1e-12));
        assertThat(seen.ofDifference()).isCloseTo(0.2083333333 - 0.0625, within(1e-9));
    }

    @Test
    void singleRunsCannotBeSplit() {
        assertThat(VarianceComponents.of(Samples.singles(1, 0), Samples.singles(0, 0))).isEmpty();
    }

    @Test
    void aFinishedStudyGoesByItsOwnError() {
        PairedDifference difference =
                PairedDifference.of(
                        Samples.singles(.5, -.25, .75, 0, .25, .5, -.5, 1, .25, .25),
                        Samples.singles(new double[10]),
                        new Bootstrap(1));

        // (t.ppf(.975, 9) + t.ppf(.8, 9)) * sem(d) = (2.262157 + 0.883404) * 0.1416667
        assertThat(difference.detectable()).isCloseTo(0.445621, within(1e-5));
    }
}
