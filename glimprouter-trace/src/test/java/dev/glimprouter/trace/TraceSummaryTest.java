package dev.glimprouter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.StreamCost;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Cancelled;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Prefilled;
import dev.glimprouter.event.RouteEvent.Retried;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class TraceSummaryTest {

    private static final Map<Writer, Usage> USAGE =
            Map.of(
                    Writer.SMALL, new Usage(80, 0, 0, 9, 0, 0, 3, 0, 500, 900, 2_000, 0),
                    Writer.LARGE, new Usage(90, 0, 0, 30, 0, 0, 0, 0, 1_000, 0, 4_000, 0));

    @Test
    void noEventsAreAnUnfinishedQuestion() {
        TraceSummary summary = TraceSummary.of(List.of());

        assertThat(summary.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(summary.stop()).isEmpty();
        assertThat(summary.interventionRate()).isZero();
        assertThat(summary.tokenInterventionRate()).isZero();
        assertThat(summary.phases()).isEqualTo(new Phases(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void stepsAndTokensAreCountedByWriter() {
        TraceSummary summary =
                TraceSummary.of(
                        List.of(
                                SampleEvents.started(),
                                written(0, Writer.SMALL, "a\n\n", 4),
                                written(1, Writer.LARGE, "b\n\n", 30),
                                written(2, Writer.SMALL, "c\n\n", 6),
                                finished()));

        assertThat(summary.strategy()).isEqualTo("glimpse(tau=Infinity)");
        assertThat(summary.steps(Writer.SMALL)).isEqualTo(2);
        assertThat(summary.steps(Writer.LARGE)).isEqualTo(1);
        assertThat(summary.tokens(Writer.SMALL)).isEqualTo(10);
        assertThat(summary.tokens(Writer.LARGE)).isEqualTo(30);
        assertThat(summary.interventionRate()).isEqualTo(1.0 / 3);
        assertThat(summary.tokenInterventionRate()).isEqualTo(0.75);
        assertThat(summary.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(summary.stop()).contains(Stop.BUDGET);
        assertThat(summary.answer()).isEqualTo("42");
        assertThat(summary.usage()).isEqualTo(USAGE);
        assertThat(summary.nanos()).isEqualTo(10_000);
    }

    @Test
    void prefillInsideAGlimpseIsCountedOnceAsPrefill() {
        TraceSummary summary =
                TraceSummary.of(
                        List.of(
                                prefilled(Writer.SMALL, 400),
                                new Glimpsed(0, 2, Optional.empty()),
                                prefilled(Writer.LARGE, 1_000),
                                new Glimpsed(1, 3, Optional.empty()),
                                prefilled(Writer.SMALL, 100),
                                new Delta(1, 4, 0, Writer.SMALL, "x"),
                                new Glimpsed(2, 5, Optional.empty()),
                                finished()));

        assertThat(summary.phases())
                .isEqualTo(new Phases(500, 1_000, 900 - 400, 0, 2_000, 4_000, 2_000));
    }

    @Test
    void retriesAndRepeatedStepsAreCounted() {
        TraceSummary summary =
                TraceSummary.of(
                        List.of(
                                written(0, Writer.SMALL, "same\n\n", 1),
                                new Retried(1, 1, Writer.LARGE, "white space"),
                                written(1, Writer.LARGE, "other\n\n", 1),
                                written(2, Writer.SMALL, " same", 1),
                                written(3, Writer.SMALL, "same", 1)));

        assertThat(summary.retries()).isEqualTo(1);
        assertThat(summary.repeatedSteps()).isEqualTo(2);
    }

    @Test
    void anUnfinishedAnswerIsKept() {
        List<RouteEvent> begun =
                List.of(
                        new AnswerDelta(1, 7, Writer.LARGE, "4"),
                        new AnswerDelta(1, 8, Writer.LARGE, "2"));

        TraceSummary summary = TraceSummary.of(begun);

        assertThat(summary.answer()).isEqualTo("42");
        assertThat(summary.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(summary.phases()).isEqualTo(new Phases(0, 0, 0, 0, 0, 0, 8));
    }

    @Test
    void theLastEventTellsTheOutcome() {
        Cancelled cancelled = new Cancelled(0, 5, USAGE);
        Failed failed = new Failed(0, 6, "SetupException", "gone", USAGE);

        assertThat(TraceSummary.of(List.of(cancelled)).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(TraceSummary.of(List.of(cancelled)).usage()).isEqualTo(USAGE);
        assertThat(TraceSummary.of(List.of(failed)).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(TraceSummary.of(List.of(finished(), failed)).answer()).isEqualTo("42");
    }

    private static StepWritten written(int index, Writer writer, String text, int tokens) {
        return new StepWritten(
                1,
                new Step(index, writer, 0, text, tokens, Ending.BLANK_LINE, Optional.empty(), 1));
    }

    private static Prefilled prefilled(Writer writer, long nanos) {
        return new Prefilled(0, 1, writer, new StreamCost(1, 0, 0, nanos, 0, 0, 0, 0, 0, 0));
    }

    private static Finished finished() {
        return new Finished(3, 10_000, Stop.BUDGET, "42", Ending.END_OF_SEQUENCE, USAGE);
    }
}
