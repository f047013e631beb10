package dev.glimprouter.report.internal.figures;

import dev.glimprouter.eval.compare.Comparisons;
import dev.glimprouter.eval.run.RunHeader;
import dev.glimprouter.eval.run.RunSummary;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a report says beside the single questions.
 *
 * @param systems the systems in order, the baseline first
 * @param comparisons of the others with the first one; empty where nothing can be compared
 * @param publishable whether texts may be shown
 * @param trace the trace that this is about; empty of runs
 */
public record Figures(
        List<SystemFigures> systems,
        Optional<Comparisons> comparisons,
        boolean publishable,
        Optional<Sample> trace) {

    /** Copies the list. */
    public Figures {
        systems = List.copyOf(systems);
        Objects.requireNonNull(comparisons, "comparisons");
        Objects.requireNonNull(trace, "trace");
    }

    /** The headers of the runs, in order. */
    public List<RunHeader> headers() {
        return systems.stream()
                .flatMap(system -> system.run().stream())
                .map(RunSummary::header)
                .toList();
    }

    /** What all this is about, in a few words. */
    public String subject() {
        return trace.map(one -> "question " + one.key().problem())
                .orElseGet(() -> headers().getFirst().data().name());
    }
}
