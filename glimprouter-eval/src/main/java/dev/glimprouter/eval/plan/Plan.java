package dev.glimprouter.eval.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What strategies would take, and whether routing pays.
 *
 * @param scenarios one for each set of speeds
 * @param fit how well fitted speeds foretell questions that were left out; empty where none were
 *     timed
 * @param checks foretold and measured seconds of other questions
 * @param notes what a reader should know
 */
public record Plan(
        List<Scenario> scenarios,
        Optional<FitQuality> fit,
        List<CheckRow> checks,
        List<String> notes) {

    /** Copies the lists. */
    public Plan {
        scenarios = List.copyOf(scenarios);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /**
     * Plans.
     *
     * @throws dev.glimprouter.error.RequestException if a strategy cannot be told from the
     *     recordings, or a speed that it needs is not known
     */
    public static Plan of(Recordings recordings, PlanRequest request) {
        return new PlanMaker(recordings, request).plan();
    }

    /** The same with predictions that were held against other questions. */
    public Plan with(List<CheckRow> rows, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Plan(scenarios, fit, rows, all);
    }
}
