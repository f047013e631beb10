package dev.glimprouter.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

/** The policies that call large now and then, and else have no opinion. */
class TriggerTest {

    private static final Overconfidence SURE = new Overconfidence(0.1, 3);
    private static final LoopGuard LOOP = new LoopGuard(3, 2);

    @Test
    void theOpeningGoesToLargeUnseen() {
        OpeningSteps policy = new OpeningSteps(2);

        assertThat(policy.decide(SeenStep.unseen()))
                .contains(
                        new Decision(Writer.LARGE, "opening(steps=2)", 0, 2, true, "opening step"));
        assertThat(policy.decide(SeenStep.unseen().after("One."))).isPresent();
        assertThat(policy.decide(SeenStep.unseen().after("One.", "Two."))).isEmpty();
        assertThat(new OpeningSteps(0).decide(SeenStep.unseen())).isEmpty();
    }

    @Test
    void aRunOfSureStepsCallsLarge() {
        Decision decision = SURE.decide(SeenStep.of(0.03).after(2.0, 0.06, 0.06)).orElseThrow();

        assertThat(decision.writer()).isEqualTo(Writer.LARGE);
        assertThat(decision.score()).isCloseTo(0.05, within(1e-12));
        assertThat(decision.threshold()).isEqualTo(0.1);
        assertThat(decision.certain()).isTrue();
    }

    @Test
    void aShorterOrBrokenRunCallsNobody() {
        assertThat(SURE.decide(SeenStep.of(0.0).after(0.0))).as("two steps").isEmpty();
        assertThat(SURE.decide(SeenStep.of(0.1).after(0.1, 0.1))).as("at the bound").isEmpty();
        assertThat(SURE.decide(SeenStep.of(0.0).after(0.0, Double.NaN))).as("a gap").isEmpty();
        assertThat(SURE.decide(SeenStep.missing().after(0.0, 0.0))).as("no probe").isEmpty();
    }

    @Test
    void aRunOfOneLooksAtNoOtherStep() {
        Overconfidence one = new Overconfidence(0.1, 1);

        assertThat(one.decide(SeenStep.of(0.05))).isPresent();
        assertThat(one.decide(SeenStep.of(0.2).after(0.0))).isEmpty();
    }

    @Test
    void boundsAboveTheThresholdMakeItUncertain() {
        Entropy vague = new Entropy(0.05, 0.9, 0.01, 0.5);

        assertThat(new Overconfidence(0.1, 1).decide(SeenStep.of(vague)).orElseThrow().certain())
                .isFalse();
        assertThat(new Overconfidence(0.6, 1).decide(SeenStep.of(vague)).orElseThrow().certain())
                .isTrue();
    }

    @Test
    void aRepeatedStepCallsLargeUnseen() {
        SeenStep circle = SeenStep.unseen().after("A.\n\n", "B.\n\n", "C.\n\n", "a. \n\n");

        Decision decision = LOOP.decide(circle).orElseThrow();

        assertThat(decision.writer()).isEqualTo(Writer.LARGE);
        assertThat(decision.score()).as("steps back").isEqualTo(3);
        assertThat(decision.threshold()).isEqualTo(3);
    }

    @Test
    void aRepeatOutOfReachAndAnEarlierOneCallNobody() {
        assertThat(LOOP.decide(SeenStep.unseen().after("A.", "B.", "C.", "D.", "A."))).isEmpty();
        assertThat(LOOP.decide(SeenStep.unseen().after("A.", "A.", "B."))).isEmpty();
        assertThat(new LoopGuard(0, 0).decide(SeenStep.unseen().after("A.", "A."))).isEmpty();
        assertThat(LOOP.decide(SeenStep.unseen())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Wait, no.", "But wait: what?", "  Hmm.", "Hold on.", "Let me recheck it."})
    void hesitatingTwiceInARowCallsLarge(String hesitation) {
        SeenStep twice = SeenStep.unseen().after("Fine.", "Alternatively, x = 2.", hesitation);

        Optional<Decision> decision = LOOP.decide(twice);

        assertThat(decision.orElseThrow().score()).isEqualTo(2);
        assertThat(LOOP.decide(SeenStep.unseen().after("Fine.", hesitation))).isEmpty();
        assertThat(new LoopGuard(3, 0).decide(twice)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Waiting costs 3.", "We wait.", "However, x.", ""})
    void otherWordsAreNoHesitation(String text) {
        assertThat(LOOP.decide(SeenStep.unseen().after("Wait.", text))).isEmpty();
    }
}
