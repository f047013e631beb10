package dev.glimprouter.report.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Verdict;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Events of one question, sorted by step. */
class SampleTest {

    private static final Probe PROBE = new Probe(Entropy.exact(1.5), 3, "So", 10);
    private static final Decision LARGE =
            new Decision(Writer.LARGE, "glimpse(tau=1.0)", 1.5, 1, true, "H_init >= tau");
    private static final Verdict POOR = new Verdict(false, "judge", 3, 7, "3 < 7");

    private static Step step(int index, Writer writer, Optional<Decision> decision) {
        return new Step(index, writer, 0, "So.\n\n", 2, Ending.BLANK_LINE, decision, 20);
    }

    private static final List<RouteEvent> EVENTS =
            List.of(
                    new RouteEvent.Glimpsed(0, 10, Optional.of(PROBE)),
                    new RouteEvent.Decided(0, 10, LARGE),
                    new RouteEvent.StepWritten(30, step(0, Writer.LARGE, Optional.of(LARGE))),
                    new RouteEvent.Delta(1, 40, 0, Writer.SMALL, "No"),
                    new RouteEvent.Delta(1, 41, 0, Writer.SMALL, "pe."),
                    new RouteEvent.Drafted(1, 42, 0, Writer.SMALL, "Nope.", 2, Ending.BLANK_LINE),
                    new RouteEvent.Judged(1, 43, 0, POOR),
                    new RouteEvent.Rejected(1, 43, 0, Writer.SMALL, 2),
                    new RouteEvent.Retried(1, 44, Writer.LARGE, "the draft was poor"),
                    new RouteEvent.Delta(1, 45, 1, Writer.LARGE, "Yes."),
                    new RouteEvent.StepWritten(50, step(1, Writer.LARGE, Optional.empty())),
                    new RouteEvent.Glimpsed(2, 60, Optional.empty()));

    @Test
    void eachStepHasWhatHappenedAtIt() {
        List<StepAccount> steps = StepAccounts.of(EVENTS);

        assertThat(steps).hasSize(3);
        assertThat(steps.get(0))
                .isEqualTo(
                        new StepAccount(
                                0,
                                Optional.of(step(0, Writer.LARGE, Optional.of(LARGE))),
                                Optional.of(PROBE),
                                Optional.of(LARGE),
                                List.of(),
                                List.of()));
        assertThat(steps.get(1).attempts())
                .containsExactly(new Attempt(0, Writer.SMALL, "Nope.", 2, Optional.of(POOR), true));
        assertThat(steps.get(1).notes()).containsExactly("Tried again: the draft was poor");
        assertThat(steps.get(2).kept()).isEmpty();
    }

    @Test
    void tauIsWhatHInitWasComparedWith() {
        GlimpseTally tally = new GlimpseTally();
        tally.add(StepAccounts.of(EVENTS));

        assertThat(tally.figures())
                .isEqualTo(new GlimpseFigures(List.of(), List.of(1.5), OptionalDouble.of(1)));
    }

    @Test
    void thresholdsOnOtherNumbersAreNoTau() {
        Decision random = new Decision(Writer.LARGE, "random", 0.2, 0.5, true, "drawn");
        GlimpseTally tally = new GlimpseTally();
        tally.add(
                List.of(
                        new StepAccount(
                                0,
                                Optional.of(step(0, Writer.LARGE, Optional.of(random))),
                                Optional.of(PROBE),
                                Optional.of(random),
                                List.of(),
                                List.of())));

        assertThat(tally.figures().tau()).isEmpty();
    }
}
