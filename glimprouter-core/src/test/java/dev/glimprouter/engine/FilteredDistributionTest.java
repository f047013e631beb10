package dev.glimprouter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FilteredDistributionTest {

    private static final float LN2 = (float) Math.log(2);

    /** Weights 4, 1, 2, 1. */
    private static final float[] LOGITS = {2 * LN2, 0, LN2, 0};

    private static FilteredDistribution filter(double topP, int topK, double minP) {
        return new LogitSampler(new Sampling(1, topP, topK, minP), 0).filter(LOGITS);
    }

    @Test
    void withoutFiltersItIsTheWholeDistribution() {
        FilteredDistribution all = filter(1, 0, 0);

        assertThat(all.size()).isEqualTo(4);
        assertThat(all.probability(0)).isCloseTo(0.5, within(1e-7));
        assertThat(all.probability(1)).isCloseTo(0.125, within(1e-7));
        assertThat(all.probability(2)).isCloseTo(0.25, within(1e-7));
        assertThat(all.probability(3)).isCloseTo(0.125, within(1e-7));
        assertThat(all.probability(4)).isZero();
    }

    @Test
    void filtersLeaveABeginningOfTheRankingAndShareItsWeight() {
        assertThat(filter(1, 3, 0).probability(1)).isCloseTo(1.0 / 7, within(1e-7));
        assertThat(filter(1, 3, 0).probability(3)).isZero();
        assertThat(filter(0.7, 0, 0).probability(0)).isCloseTo(2.0 / 3, within(1e-7));
        assertThat(filter(1, 0, 0.9).size()).isEqualTo(1);
        assertThat(new LogitSampler(Sampling.GREEDY, 0).filter(LOGITS).probability(0)).isOne();
    }

    @Test
    void drawsByTheRunningSumOfAscendingIds() {
        FilteredDistribution all = filter(1, 0, 0);

        assertThat(all.draw(0)).isZero();
        assertThat(all.draw(0.49)).isZero();
        assertThat(all.draw(0.51)).isEqualTo(1);
        assertThat(all.draw(0.63)).isEqualTo(2);
        assertThat(all.draw(Math.nextDown(1.0))).isEqualTo(3);
    }

    @Test
    void whatIsBeyondAnotherOneIsBroughtBackToOne() {
        FilteredDistribution rest = filter(1, 0, 0).beyond(filter(0.5, 0, 0));

        assertThat(rest.probability(0)).isZero();
        assertThat(rest.probability(2)).isCloseTo(0.5, within(1e-7));
        assertThat(rest.beyond(rest)).isSameAs(rest);
    }
}
