package dev.glimprouter.report.internal.figures;

import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What happened at one step.
 *
 * @param index position in the reasoning, from 0
 * @param kept the step; empty where the question ended before one was kept
 * @param probe the last glimpse
 * @param decision the last decision
 * @param attempts attempts that were judged or thrown away, in order
 * @param notes what was tried again, and what moved to another server
 */
public record StepAccount(
        int index,
        Optional<Step> kept,
        Optional<Probe> probe,
        Optional<Decision> decision,
        List<Attempt> attempts,
        List<String> notes) {

    /** Copies the lists. */
    public StepAccount {
        Objects.requireNonNull(kept, "kept");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(decision, "decision");
        attempts = List.copyOf(attempts);
        notes = List.copyOf(notes);
    }
}
