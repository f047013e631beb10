package dev.glimprouter.report.internal.figures;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.trace.Environment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds up the samples of one system, one by one. */
final class SystemTally {

    private final GlimpseTally glimpses = new GlimpseTally();
    private final PhaseTally phases = new PhaseTally();
    private final KindTally failures = new KindTally();
    private final KindTally unscored = new KindTally();
    private final KindTally stops = new KindTally();
    private final Set<Environment> machines = new LinkedHashSet<>();

    void add(Sample sample) {
        machines.add(sample.trace().header().environment());
        glimpses.add(sample.steps());
        phases.add(sample);
        sample.failure().ifPresent(failure -> failures.add(failure.kind(), failure.message()));
        sample.grade()
                .filter(grade -> grade.mark() == Mark.UNSCORED)
                .map(Grade::reason)
                .ifPresent(reason -> unscored.add(reason, sample.key().problem()));
        sample.summary()
                .stop()
                .ifPresent(stop -> stops.add(Words.of(stop), sample.key().problem()));
    }

    SystemFigures figures(String name, String file, Optional<RunSummary> run) {
        return new SystemFigures(
                name,
                file,
                run,
                machines(run),
                glimpses.figures(),
                phases.figures(),
                failures.counts(),
                unscored.counts(),
                stops.counts());
    }

    private List<Environment> machines(Optional<RunSummary> run) {
        return machines.isEmpty()
                ? run.map(of -> of.header().environment()).stream().toList()
                : List.copyOf(machines);
    }
}
