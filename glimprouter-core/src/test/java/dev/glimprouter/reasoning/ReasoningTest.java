package dev.glimprouter.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps and what they add up to. */
class ReasoningTest {

    static Step step(int index, Writer writer, String text, int tokens, Ending ending) {
        return new Step(index, writer, 0, text, tokens, ending, Optional.empty(), 0);
    }

    private static final Reasoning THREE =
            Reasoning.empty()
                    .plus(step(0, Writer.SMALL, "One.\n\n", 3, Ending.BLANK_LINE))
                    .plus(step(1, Writer.LARGE, "Two", 4, Ending.LENGTH))
                    .plus(step(2, Writer.SMALL, " and three.", 5, Ending.CLOSE_TAG));

    @Test
    void textIsJoinedAsItStands() {
        assertThat(THREE.text()).isEqualTo("One.\n\nTwo and three.");
        assertThat(Reasoning.empty().text()).isEmpty();
    }

    @Test
    void tokensAndStepsAreCountedByWriter() {
        assertThat(THREE.tokens()).isEqualTo(12);
        assertThat(THREE.tokensBy(Writer.SMALL)).isEqualTo(8);
        assertThat(THREE.tokensBy(Writer.LARGE)).isEqualTo(4);
        assertThat(THREE.stepsBy(Writer.SMALL)).isEqualTo(2);
        assertThat(THREE.stepsBy(Writer.LARGE)).isEqualTo(1);
    }

    @Test
    void theInterventionRateIsLargesShareOfSteps() {
        assertThat(THREE.interventionRate()).isEqualTo(1.0 / 3);
        assertThat(Reasoning.empty().interventionRate()).isZero();
    }

    @Test
    void aLongerReasoningLeavesTheShorterOneAsItWas() {
        THREE.plus(step(3, Writer.SMALL, "x", 1, Ending.LENGTH));

        assertThat(THREE.steps()).hasSize(3).isUnmodifiable();
    }

    @Test
    void laterChangesOfAListDoNotReachIt() {
        List<Step> steps = new ArrayList<>(THREE.steps());
        Reasoning reasoning = new Reasoning(steps);

        steps.clear();

        assertThat(reasoning.steps()).hasSize(3);
    }

    @Test
    void aStepOfWhiteSpaceIsVainUnlessItEndsTheReasoning() {
        assertThat(step(0, Writer.SMALL, " \n\n", 1, Ending.BLANK_LINE).isVain()).isTrue();
        assertThat(step(0, Writer.SMALL, "", 1, Ending.LENGTH).isVain()).isTrue();
        assertThat(step(0, Writer.SMALL, "", 1, Ending.CLOSE_TAG).isVain()).isFalse();
        assertThat(step(0, Writer.SMALL, "", 1, Ending.END_OF_SEQUENCE).isVain()).isFalse();
        assertThat(step(0, Writer.SMALL, "a", 1, Ending.BLANK_LINE).isVain()).isFalse();
    }

    @Test
    void onlyTheModelItselfEndsAReasoning() {
        assertThat(Stream.of(Ending.values()).filter(Ending::endsReasoning))
                .containsExactly(Ending.CLOSE_TAG, Ending.END_OF_SEQUENCE);
    }

    @Test
    void aStepsNumbersMustNotBeNegative() {
        assertThatThrownBy(() -> step(-1, Writer.SMALL, "", 0, Ending.LENGTH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> step(0, Writer.SMALL, "", -1, Ending.LENGTH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Step(
                                        0,
                                        Writer.SMALL,
                                        0,
                                        "",
                                        0,
                                        Ending.LENGTH,
                                        Optional.empty(),
                                        -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereAreTwoWriters() {
        assertThat(Writer.SMALL.other()).isEqualTo(Writer.LARGE);
        assertThat(Writer.LARGE.other()).isEqualTo(Writer.SMALL);
    }

    @Test
    void aFixedDecisionHasNoScore() {
        Decision decision = Decision.fixed(Writer.LARGE, "always", "said so");

        assertThat(decision.score()).isNaN();
        assertThat(decision.threshold()).isNaN();
        assertThat(decision.certain()).isTrue();
    }
}
