package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/** The paper's rule. */
class EntropyThresholdTest {

    private static Decision decide(double tau, Optional<Entropy> entropy) {
        SeenStep step = entropy.map(SeenStep::of).orElseGet(SeenStep::missing);
        return new EntropyThreshold(tau).decide(step).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0.0, SMALL",
        "1.0, 0.999999, SMALL",
        "1.0, 1.0, LARGE",
        "1.0, 4.2, LARGE",
        "0.0, 0.0, LARGE",
        "-0.0, 0.0, LARGE",
        "0.0, 3.0, LARGE",
        "Infinity, 0.0, SMALL",
        "Infinity, 12.0, SMALL"
    })
    void largeWritesFromTauOn(double tau, double nats, Writer writer) {
        Decision decision = decide(tau, Optional.of(Entropy.exact(nats)));

        assertThat(decision.writer()).isEqualTo(writer);
        assertThat(decision.score()).isEqualTo(nats);
        assertThat(decision.threshold()).isEqualTo(tau);
        assertThat(decision.certain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.0, LARGE", "1.0, LARGE", "1e9, LARGE", "Infinity, SMALL"})
    void withoutAProbeLargeWritesExceptAtInfinity(double tau, Writer writer) {
        Decision decision = decide(tau, Optional.empty());

        assertThat(decision.writer()).isEqualTo(writer);
        assertThat(decision.certain()).isFalse();
        assertThat(decision.score()).isNaN();
    }

    @Test
    void boundsOnBothSidesMakeItUncertain() {
        assertThat(decide(1, Optional.of(new Entropy(0.9, 0.9, 0.8, 1.1))).certain()).isFalse();
        assertThat(decide(1, Optional.of(new Entropy(1.2, 0.9, 0.8, 1.3))).certain()).isFalse();
        assertThat(decide(1, Optional.of(new Entropy(1.2, 0.9, 1.0, 1.3))).certain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1e-9, Double.NEGATIVE_INFINITY})
    void tauMustBeANumberFromZero(double tau) {
        assertThatThrownBy(() -> new EntropyThreshold(tau))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("tau");
    }

    @Test
    void itsNameCanBeTypedAgain() {
        assertThat(new EntropyThreshold(0.5).name()).isEqualTo("glimpse(tau=0.5)");
        assertThat(new ProbeThenDispatch(new EntropyThreshold(0.5)).name())
                .isEqualTo("glimpse(tau=0.5)");
    }
}
