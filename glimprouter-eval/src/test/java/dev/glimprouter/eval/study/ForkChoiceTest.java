package dev.glimprouter.eval.study;

import static dev.glimprouter.eval.study.MadeUpStudy.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.reasoning.Ending;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Which steps are forked. */
class ForkChoiceTest {

    private static List<StudiedStep> steps(int count) {
        List<StudiedStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(i, "Then.", (7 * i) % count, OptionalDouble.of(1)));
        }
        return steps;
    }

    private static List<Double> chosen(List<StudiedStep> steps, int each, Fork.Side side) {
        return ForkChoice.of(steps, each, "7 q0").stream()
                .filter(choice -> choice.side() == side)
                .map(choice -> choice.step().hInit().orElseThrow())
                .toList();
    }

    @Test
    void theyAreOfTheHighestAndOfTheLowestQuarter() {
        assertThat(chosen(steps(20), 2, Fork.Side.HIGH)).hasSize(2).allMatch(h -> h >= 15);
        assertThat(chosen(steps(20), 2, Fork.Side.LOW)).hasSize(2).allMatch(h -> h <= 4);
    }

    @Test
    void theDrawFollowsFromItsNameAlone() {
        Set<Integer> first = new HashSet<>();
        for (int q = 0; q < 40; q++) {
            List<ForkChoice> choice = ForkChoice.of(steps(20), 1, "7 q" + q);
            assertThat(choice).isEqualTo(ForkChoice.of(steps(20), 1, "7 q" + q));
            first.add(choice.getFirst().step().index());
        }
        assertThat(first).hasSizeGreaterThan(2);
    }

    @Test
    void fewStepsAreSharedAndNoneIsOnBothSides() {
        assertThat(ForkChoice.of(steps(1), 1, "7 q0")).isEmpty();
        assertThat(ForkChoice.of(steps(3), 5, "7 q0")).hasSize(2);
        assertThat(ForkChoice.of(steps(4), 5, "7 q0"))
                .extracting(choice -> choice.step().index())
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void stepsThatEndTheReasoningOrSayNothingOrAreCutAreLeftOut() {
        List<StudiedStep> steps = new ArrayList<>(steps(4));
        steps.add(with(step(4, "Done.", 99, OptionalDouble.of(1)), Ending.CLOSE_TAG));
        steps.add(with(step(6, "Cut", 97, OptionalDouble.empty()), Ending.LENGTH));
        steps.add(with(step(5, " ", 98, OptionalDouble.empty()), Ending.BLANK_LINE));

        assertThat(chosen(steps, 1, Fork.Side.HIGH)).containsExactly(3.0);
    }

    private static StudiedStep with(StudiedStep of, Ending ending) {
        StepVersion large = new StepVersion(of.large().text(), 3, ending);
        return new StudiedStep(
                of.index(),
                of.firstToken(),
                of.hInit(),
                of.hStep(),
                of.pplStep(),
                of.judge(),
                of.kept(),
                of.small(),
                large,
                of.bleu(),
                of.similarity());
    }
}
