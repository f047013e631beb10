package dev.glimprouter.gateway.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.glimpse.Entropy;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Numbers of steps and of what lies between them, from events. */
class StepMetricsTest {

    private final Metrics metrics = new Metrics();
    private final RouteListener answer = metrics.answer();

    private static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }

    private void step(int index, Writer writer, long from, long to) {
        answer.on(new RouteEvent.Delta(index, millis(from), 0, writer, "So"));
        answer.on(new RouteEvent.Delta(index, millis(from + 1), 0, writer, " on."));
        answer.on(
                new RouteEvent.StepWritten(
                        millis(to),
                        new Step(
                                index,
                                writer,
                                0,
                                "So on.\n\n",
                                3,
                                Ending.BLANK_LINE,
                                Optional.empty(),
                                millis(to - from))));
    }

    private void finish() {
        answer.on(
                new RouteEvent.Finished(
                        2, millis(900), Stop.FINISHED, "4", Ending.END_OF_SEQUENCE, Map.of()));
    }

    @Test
    void theTimeOfAStepIsItsWriters() {
        step(0, Writer.SMALL, 0, 40);
        step(1, Writer.LARGE, 50, 350);

        assertThat(metrics.text())
                .contains("glimprouter_step_time_seconds_sum{writer=\"small\"} 0.04")
                .contains("glimprouter_step_time_seconds_sum{writer=\"large\"} 0.3")
                .contains("glimprouter_step_time_seconds_bucket{writer=\"small\",le=\"0.05\"} 1");
    }

    @Test
    void theGapEndsWithTheFirstTextAfterAStep() {
        step(0, Writer.SMALL, 0, 40);
        step(1, Writer.LARGE, 60, 350);
        answer.on(new RouteEvent.AnswerDelta(2, millis(380), Writer.LARGE, "4"));

        assertThat(metrics.text())
                .contains("glimprouter_handover_gap_seconds_sum{from=\"small\",to=\"large\"} 0.02")
                .contains("glimprouter_handover_gap_seconds_sum{from=\"large\",to=\"large\"} 0.03")
                .contains("glimprouter_handover_gap_seconds_count{from=\"small\",to=\"large\"} 1");
    }

    @Test
    void aFinishedAnswerHasAShareOfLarge() {
        step(0, Writer.SMALL, 0, 40);
        step(1, Writer.LARGE, 60, 350);
        finish();

        assertThat(metrics.text())
                .contains("glimprouter_intervention_rate_sum 0.5")
                .contains("glimprouter_intervention_rate_bucket{le=\"0.4\"} 0")
                .contains("glimprouter_intervention_rate_bucket{le=\"0.5\"} 1");
    }

    @Test
    void anAnswerWithoutStepsHasNone() {
        finish();

        assertThat(metrics.text()).contains("glimprouter_intervention_rate_count 0");
    }

    @Test
    void aGlimpseThatSawNothingIsMissing() {
        answer.on(new RouteEvent.Glimpsed(0, 0, Optional.empty()));

        assertThat(metrics.text())
                .contains("glimprouter_glimpses_missing_total 1.0")
                .contains("glimprouter_h_init_nats_count 0");
    }

    @Test
    void anEntropyBelowOneIsInABucketOfItsOwn() {
        Probe seen = new Probe(Entropy.exact(0.3), -1, "So", 0);
        answer.on(new RouteEvent.Glimpsed(0, 0, Optional.of(seen)));

        assertThat(metrics.text())
                .contains("glimprouter_h_init_nats_bucket{le=\"0.25\"} 0")
                .contains("glimprouter_h_init_nats_bucket{le=\"0.5\"} 1")
                .contains("glimprouter_glimpses_missing_total 0.0");
    }
}
