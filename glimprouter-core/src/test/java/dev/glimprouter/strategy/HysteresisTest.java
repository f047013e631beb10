package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The running share of uncertain steps. */
class HysteresisTest {

    private static final Hysteresis R2R = new Hysteresis(1.0, 0.7, 0.3, 0.7);

    private static Decision at(Hysteresis policy, int index, double... nats) {
        return policy.decide(SeenStep.of(nats[index]).after(Arrays.copyOf(nats, index)))
                .orElseThrow();
    }

    private static String route(Hysteresis policy, double... nats) {
        return IntStream.range(0, nats.length)
                .mapToObj(i -> at(policy, i, nats).writer() == Writer.LARGE ? "L" : "S")
                .collect(Collectors.joining());
    }

    /**
     * By hand: 0.7, 0.49, 0.343, 0.2401 (below 0.3: small), then uncertain 0.46807, 0.627649,
     * 0.7393543 (from 0.7: large), then sure 0.5175, 0.3623, 0.2536 (small).
     */
    @Test
    void itTakesSeveralStepsToChangeTheWriter() {
        double[] nats = {0, 0, 0, 0, 2, 2, 2, 0, 0, 0};

        assertThat(route(R2R, nats)).isEqualTo("LLLSSSLLLS");
        assertThat(at(R2R, 3, nats).score()).isCloseTo(0.2401, within(1e-12));
        assertThat(at(R2R, 3, nats).threshold()).isEqualTo(0.3);
        assertThat(at(R2R, 6, nats).score()).isCloseTo(0.7393543, within(1e-7));
        assertThat(at(R2R, 6, nats).threshold()).isEqualTo(0.7);
        assertThat(at(R2R, 6, nats).reason()).isEqualTo("change of writer");
    }

    @Test
    void withoutMomentumItIsTheThreshold() {
        assertThat(route(new Hysteresis(1.0, 0.7, 0.3, 0), 0, 1, 0.9, 5)).isEqualTo("SLSL");
    }

    @Test
    void aStepThatNobodyGlimpsedChangesNothing() {
        double[] with = {0, Double.NaN, 0, 0};

        Decision decision = R2R.decide(SeenStep.of(0).after(with)).orElseThrow();

        assertThat(decision.score()).isCloseTo(0.2401, within(1e-12));
    }

    @Test
    void aMissingProbeGoesToLarge() {
        Decision decision = R2R.decide(SeenStep.missing().after(0, 0, 0, 0)).orElseThrow();

        assertThat(decision.writer()).isEqualTo(Writer.LARGE);
        assertThat(decision.certain()).isFalse();
    }

    @Test
    void lowMustNotBeAboveHigh() {
        assertThatThrownBy(() -> new Hysteresis(1, 0.3, 0.7, 0.7))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("low must not be above high");
    }
}
