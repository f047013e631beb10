package dev.glimprouter.trace;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Cancelled;
import dev.glimprouter.event.RouteEvent.Decided;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.event.RouteEvent.Drafted;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Judged;
import dev.glimprouter.event.RouteEvent.Moved;
import dev.glimprouter.event.RouteEvent.Overlapped;
import dev.glimprouter.event.RouteEvent.Prefilled;
import dev.glimprouter.event.RouteEvent.Rejected;
import dev.glimprouter.event.RouteEvent.Retried;
import dev.glimprouter.event.RouteEvent.Speculated;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Reasoning;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up events one by one. */
final class SummaryFold implements RouteListener {

    private final List<Step> steps = new ArrayList<>();
    private final Set<String> texts = new HashSet<>();
    private final StringBuilder written = new StringBuilder();
    private String strategy = "";
    private Outcome outcome = Outcome.UNFINISHED;
    private Optional<Stop> stop = Optional.empty();
    private Optional<String> answer = Optional.empty();
    private Map<Writer, Usage> usage = Map.of();
    private int retries;
    private int repeatedSteps;
    private long openPrefillNanos;
    private long prefillInGlimpsesNanos;
    private long nanos;

    @Override
    public void on(RouteEvent event) {
        nanos = Math.max(nanos, event.nanos());
        switch (event) {
            case Started started -> strategy = started.strategy();
            case Prefilled prefilled -> openPrefillNanos = prefillOfSmall(prefilled);
            case Glimpsed _ -> closeGlimpse();
            case Decided _ -> {}
            case Delta _ -> openPrefillNanos = 0;
            case Retried _ -> retries++;
            case Drafted _, Judged _, Rejected _, Speculated _, Overlapped _, Moved _ -> {}
            case StepWritten kept -> keep(kept.written());
            case AnswerDelta delta -> written.append(delta.text());
            case Finished finished -> finish(finished);
            case Cancelled cancelled -> end(Outcome.CANCELLED, cancelled.usage());
            case Failed failed -> end(Outcome.FAILED, failed.usage());
        }
    }

    /** A glimpse's own prefill is told right before it. */
    private static long prefillOfSmall(Prefilled prefilled) {
        return prefilled.writer() == Writer.SMALL ? prefilled.cost().prefillNanos() : 0;
    }

    private void closeGlimpse() {
        prefillInGlimpsesNanos += openPrefillNanos;
        openPrefillNanos = 0;
    }

    private void keep(Step step) {
        openPrefillNanos = 0;
        steps.add(step);
        if (!texts.add(step.text().strip())) {
            repeatedSteps++;
        }
    }

    private void finish(Finished finished) {
        stop = Optional.of(finished.stop());
        answer = Optional.of(finished.answer());
        end(Outcome.FINISHED, finished.usage());
    }

    private void end(Outcome how, Map<Writer, Usage> finalUsage) {
        outcome = how;
        usage = finalUsage;
    }

    TraceSummary summary() {
        return new TraceSummary(
                strategy,
                outcome,
                stop,
                new Reasoning(steps),
                answer.orElseGet(written::toString),
                retries,
                repeatedSteps,
                usage,
                Phases.of(nanos, usage, prefillInGlimpsesNanos),
                nanos);
    }
}
