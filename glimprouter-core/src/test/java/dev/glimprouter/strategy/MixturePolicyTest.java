package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two-component mixture as a policy, fitted beforehand and on the way. */
class MixturePolicyTest {

    private static final GaussianMixture MIXTURE = new GaussianMixture(0.5, 0.2, 1.5, 0.2, 0.5);

    private static Decision decide(RoutingPolicy policy, SeenStep step) {
        return policy.decide(step).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.5, SMALL", "1.0, 0.5, LARGE", "1.9, 0.5, LARGE", "1.1, 0.95, SMALL"})
    void largeWritesWhatIsLikelyATurningPoint(double nats, double posterior, Writer writer) {
        Decision decision = decide(new MixtureThreshold(MIXTURE, posterior), SeenStep.of(nats));

        assertThat(decision.writer()).isEqualTo(writer);
        assertThat(decision.score()).isEqualTo(MIXTURE.posterior(nats));
        assertThat(decision.threshold()).isEqualTo(posterior);
        assertThat(decision.certain()).isTrue();
    }

    @Test
    void boundsOnBothSidesMakeItUncertainAndNoProbeGoesToLarge() {
        MixtureThreshold policy = new MixtureThreshold(MIXTURE, 0.5);

        assertThat(decide(policy, SeenStep.of(new Entropy(0.9, 0.9, 0.8, 1.1))).certain())
                .isFalse();
        assertThat(decide(policy, SeenStep.of(new Entropy(0.9, 0.9, 0.8, 0.95))).certain())
                .isTrue();
        Decision blind = decide(policy, SeenStep.missing());
        assertThat(blind.writer()).isEqualTo(Writer.LARGE);
        assertThat(blind.certain()).isFalse();
    }

    @Test
    void untilThereAreEnoughValuesTheStartDecides() {
        OnlineMixture policy = new OnlineMixture(0.5, 8, 1.0);
        SeenStep seventh = SeenStep.of(0.9).after(0.1, 2, 0.1, 2, 0.1, 2);

        assertThat(decide(policy, seventh).threshold()).as("tau").isEqualTo(1.0);
        assertThat(decide(policy, seventh).score()).isEqualTo(0.9);
        assertThat(decide(policy, seventh.after(0.1)).threshold()).as("posterior").isEqualTo(0.5);
    }

    @Test
    void itFitsTheQuestionsOwnValues() {
        OnlineMixture policy = new OnlineMixture(0.5, 8, 1.0);
        double[] past = {0.1, 2.3, 0.2, 2.4, 0.15, 2.2, 0.1};

        assertThat(decide(policy, SeenStep.of(2.0).after(past)).writer()).isEqualTo(Writer.LARGE);
        assertThat(decide(policy, SeenStep.of(0.3).after(past)).writer()).isEqualTo(Writer.SMALL);
        double[] all = {0.1, 2.3, 0.2, 2.4, 0.15, 2.2, 0.1, 2.0};
        assertThat(decide(policy, SeenStep.of(2.0).after(past)).score())
                .isCloseTo(GaussianMixture.fit(all).orElseThrow().posterior(2.0), within(1e-6));
    }

    @Test
    void valuesWithoutTwoGroupsLeaveItToTheStart() {
        OnlineMixture policy = new OnlineMixture(0.5, 8, 1.0);
        SeenStep constant = SeenStep.of(1.2).after(1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2);

        Decision decision = decide(policy, constant);

        assertThat(decision.writer()).isEqualTo(Writer.LARGE);
        assertThat(decision.threshold()).isEqualTo(1.0);
        assertThat(decide(policy, SeenStep.missing().after(1, 2, 1)).writer())
                .isEqualTo(Writer.LARGE);
    }
}
