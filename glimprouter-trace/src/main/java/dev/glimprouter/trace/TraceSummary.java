package dev.glimprouter.trace;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the events of one question add up to.
 *
 * <p>A question that did not finish has what its events told so far; usage comes with the last
 * event, so an unfinished trace has none and all its time is in {@link Phases#otherNanos}.
 *
 * @param strategy the strategy's name with its parameters; blank if the events do not start
 * @param outcome how the question ended
 * @param stop why the reasoning ended; empty if it is not known
 * @param reasoning the kept steps
 * @param answer the answer, or as much of it as was written
 * @param retries steps that came to nothing and were tried by the other model
 * @param repeatedSteps kept steps whose text, stripped, is that of an earlier one
 * @param usage what each model did
 * @param phases where the time went
 * @param nanos nanoseconds from the start to the last event
 */
public record TraceSummary(
        String strategy,
        Outcome outcome,
        Optional<Stop> stop,
        Reasoning reasoning,
        String answer,
        int retries,
        int repeatedSteps,
        Map<Writer, Usage> usage,
        Phases phases,
        long nanos) {

    /** Copies the map. */
    public TraceSummary {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(reasoning, "reasoning");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(phases, "phases");
        usage = Map.copyOf(usage);
    }

    /** Adds up the events of one question, in order. */
    public static TraceSummary of(Iterable<RouteEvent> events) {
        SummaryFold fold = new SummaryFold();
        events.forEach(fold::on);
        return fold.summary();
    }

    /** How many steps {@code writer} wrote. */
    public int steps(Writer writer) {
        return reasoning.stepsBy(writer);
    }

    /** How many kept reasoning tokens {@code writer} wrote. */
    public int tokens(Writer writer) {
        return reasoning.tokensBy(writer);
    }

    /** Share of steps written by large, from 0 to 1; 0 without steps. */
    public double interventionRate() {
        return reasoning.interventionRate();
    }

    /** Share of kept reasoning tokens written by large, from 0 to 1; 0 without tokens. */
    public double tokenInterventionRate() {
        int all = reasoning.tokens();
        return all == 0 ? 0 : (double) tokens(Writer.LARGE) / all;
    }
}
