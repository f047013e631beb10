package dev.glimprouter.report.internal.figures;

import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.trace.Environment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report says about one system.
 *
 * @param name what reports call it
 * @param file where its run or trace is
 * @param run what its entries add up to; empty of a trace alone
 * @param machines where it was asked, in order of time; where it was begun if nothing was asked yet
 * @param glimpses H_init of its steps
 * @param phases where its time went
 * @param failures questions without an answer, by kind of error
 * @param unscored answers that could not be graded, by reason
 * @param stops why its reasonings ended
 */
public record SystemFigures(
        String name,
        String file,
        Optional<RunSummary> run,
        List<Environment> machines,
        GlimpseFigures glimpses,
        PhaseFigures phases,
        List<KindCount> failures,
        List<KindCount> unscored,
        List<KindCount> stops) {

    /** Copies the lists. */
    public SystemFigures {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(run, "run");
        machines = List.copyOf(machines);
        failures = List.copyOf(failures);
        unscored = List.copyOf(unscored);
        stops = List.copyOf(stops);
    }

    /** Entries that the complete run still lacks. */
    public int missing() {
        return run.map(of -> Math.max(0, of.header().entries() - of.runs())).orElse(0);
    }
}
