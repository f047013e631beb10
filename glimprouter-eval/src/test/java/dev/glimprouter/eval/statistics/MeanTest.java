package dev.glimprouter.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Means and their clustered errors, against SciPy 1.17.1 and statsmodels 0.15.0. */
class MeanTest {

    @Test
    void singleValuesHaveHallsInterval() {
        Mean mean = Mean.of(3, 5, 4, 8, 6, 10);

        // v = y.mean(), e = stats.sem(y), r = y - v, a = (r**3).sum() / (r**2).sum()**1.5,
        // v - e * 3 / a * (cbrt(1 + a * (x - a / 6)) - 1) of x = t.ppf([.975, .025], 5)
        assertThat(mean.value()).isEqualTo(6);
        assertThat(mean.standardError()).isCloseTo(1.0645812948447542, within(1e-12));
        assertThat(mean.interval().lower()).isCloseTo(3.6294800809432854, within(1e-9));
        assertThat(mean.interval().upper()).isCloseTo(9.3750362731672, within(1e-9));
    }

    @Test
    void residualsAreSummedInClustersBeforeTheyAreSquared() {
        List<Repeats> sample =
                List.of(
                        question("1", "a", 1),
                        question("2", "a", 2),
                        question("3", "a", 2.5),
                        question("4", "b", 4),
                        question("5", "b", 5),
                        question("6", "c", 3),
                        question("7", "d", 7),
                        question("8", "d", 6));

        Mean mean = Mean.of(sample);

        // sm.OLS(y, ones).fit(cov_type='cluster', cov_kwds={'groups': g, 'use_correction': False})
        // gives 1.0208399766; times sqrt(4/3). The ends as above, of the clusters' sums of
        // residuals
        // and t.ppf([.975, .025], 3).
        assertThat(mean.standardError()).isCloseTo(1.1787644706, within(1e-9));
        assertThat(mean.interval().lower()).isCloseTo(-0.4232389929, within(1e-8));
        assertThat(mean.interval().upper()).isCloseTo(7.2218704260, within(1e-8));
        assertThat(mean.clusters()).isEqualTo(4);
        assertThat(mean.questions()).isEqualTo(8);
    }

    @Test
    void repeatsAreNoFurtherEvidenceAboutOtherQuestions() {
        Mean once = Mean.of(Samples.singles(0, 1, 1, 0.5));
        Mean often =
                Mean.of(
                        Samples.repeated(
                                new double[] {0, 0, 0},
                                new double[] {1, 1},
                                new double[] {1},
                                new double[] {1, 0, 1, 0}));

        assertThat(often.value()).isEqualTo(once.value());
        assertThat(often.interval()).isEqualTo(once.interval());
        assertThat(often.runs()).isEqualTo(10);
    }

    @Test
    void oneClusterSaysNothingAboutOthers() {
        assertThat(Mean.of(5).interval()).isEqualTo(Interval.UNKNOWN);
        assertThat(Mean.of(5).standardError()).isNaN();
    }

    @Test
    void nothingHasNoMean() {
        assertThatThrownBy(() -> Mean.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Repeats("q", List.of())).hasMessage("question q has no value");
        assertThatThrownBy(() -> new Repeats("q", List.of(Double.NaN)))
                .hasMessage("question q has the value NaN");
    }

    private static Repeats question(String id, String cluster, double value) {
        return new Repeats(id, cluster, List.of(value));
    }
}
