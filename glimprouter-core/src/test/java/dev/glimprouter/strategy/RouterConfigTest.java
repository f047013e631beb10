package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.Sampling;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.reasoning.RepeatDetector;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rules that strategies share, and the solo strategies' names. */
class RouterConfigTest {

    private static final RouterConfig CONFIG = RouterConfig.DEFAULT;

    @Test
    void theDefaultsAreThePapers() {
        assertThat(CONFIG.sampling()).isEqualTo(new Sampling(0.6, 0.95, 0, 0));
        assertThat(CONFIG.stepLimit()).isEqualTo(512);
        assertThat(CONFIG.budget()).isEqualTo(8192);
        assertThat(CONFIG.answerLimit()).isEqualTo(2048);
        assertThat(CONFIG.deadline()).isEmpty();
        assertThat(EntropyThreshold.DEFAULT_TAU).isEqualTo(1);
    }

    @Test
    void onlyAnExplicitBudgetMustFit() {
        assertThat(CONFIG.budgetRequired()).isFalse();
        assertThat(CONFIG.withBudget(8192).budgetRequired()).isTrue();
    }

    @Test
    void eachCopyChangesOneThing() {
        RouterConfig all =
                CONFIG.withSampling(Sampling.GREEDY)
                        .withStepLimit(1)
                        .withBudget(2)
                        .withAnswerLimit(3)
                        .withDeadline(Duration.ofSeconds(4))
                        .withSeed(5)
                        .withRepeat(6)
                        .withLargeDown(LargeDown.WAIT)
                        .withGlimpseBy(GlimpseBy.REQUEST)
                        .withMode(Mode.OFFICIAL);

        assertThat(all)
                .isEqualTo(
                        new RouterConfig(
                                Sampling.GREEDY,
                                1,
                                2,
                                true,
                                3,
                                RepeatDetector.DEFAULT,
                                Optional.of(Duration.ofSeconds(4)),
                                5,
                                6,
                                LargeDown.WAIT,
                                GlimpseBy.REQUEST,
                                Mode.OFFICIAL,
                                false,
                                false,
                                false));
    }

    @Test
    void whatTakesBothModelsInTurnHasNoOverlap() {
        assertThat(CONFIG.withAhead(true).withRace(true).ahead()).isTrue();
        for (RouterConfig overlapping : List.of(CONFIG.withAhead(true), CONFIG.withRace(true))) {
            assertThatThrownBy(() -> overlapping.withSpeculative(true))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("ahead, race");
            assertThatThrownBy(() -> overlapping.withMode(Mode.OFFICIAL))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining("no overlap");
        }
    }

    @Test
    void whatCannotWorkIsRefusedWithItsName() {
        assertThatThrownBy(() -> CONFIG.withStepLimit(0))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("step limit");
        assertThatThrownBy(() -> CONFIG.withBudget(0))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("budget");
        assertThatThrownBy(() -> CONFIG.withAnswerLimit(-1))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("answer limit");
        assertThatThrownBy(() -> CONFIG.withRepeat(-1)).isInstanceOf(RequestException.class);
        assertThatThrownBy(() -> CONFIG.withDeadline(Duration.ZERO))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("deadline");
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void aSoloModelNeedsOnlyItself(Writer writer) {
        for (Strategy strategy : List.of(new SoloSteps(writer), new Uninterrupted(writer))) {
            assertThat(strategy.writers()).containsExactly(writer);
            assertThat(strategy.answerWriter()).isEqualTo(writer);
        }
    }

    @Test
    void theOfficialModeKnowsTheThresholdAndLargeStepByStepAlone() {
        Mode.OFFICIAL.require(new ProbeThenDispatch(new EntropyThreshold(0.9)));
        Mode.OFFICIAL.require(new SoloSteps(Writer.LARGE));

        for (Strategy other :
                List.of(
                        new SoloSteps(Writer.SMALL),
                        new Uninterrupted(Writer.LARGE),
                        new ProbeThenDispatch(new OpeningSteps(2)))) {
            Mode.CLEAN.require(other);
            assertThatThrownBy(() -> Mode.OFFICIAL.require(other))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(other.name());
        }
    }

    @Test
    void soloModelsHaveTheNamesOfTheCommandLine() {
        assertThat(
                        List.of(
                                new Uninterrupted(Writer.SMALL).name(),
                                new Uninterrupted(Writer.LARGE).name(),
                                new SoloSteps(Writer.SMALL).name(),
                                new SoloSteps(Writer.LARGE).name()))
                .containsExactly("small", "large", "small-steps", "large-steps");
    }

    @Test
    void theOfficialModeDraftsNothing() {
        RouterConfig official = RouterConfig.DEFAULT.withMode(Mode.OFFICIAL);

        assertThatThrownBy(() -> official.withSpeculative(true))
                .isInstanceOf(RequestException.class)
                .hasMessage(
                        "The official mode has no speculative decoding: leave one of the two out.");
    }
}
