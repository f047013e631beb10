package dev.glimprouter.report.internal.figures;

import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.eval.compare.Comparisons;
import dev.glimprouter.eval.compare.Outcome;
import dev.glimprouter.eval.compare.Outcomes;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunOutcomes;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.eval.run.RunSet;
import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.eval.run.RunTally;
import dev.glimprouter.trace.Trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads runs or a trace once, one question at a time, in bounded memory. */
public final class FiguresReader {

    private final ComparisonPlan plan;
    private final boolean texts;
    private final SampleListener listener;
    private final List<SystemFigures> systems = new ArrayList<>();
    private final List<Outcomes> outcomes = new ArrayList<>();
    private boolean publishable;

    private FiguresReader(ComparisonPlan plan, boolean texts, SampleListener listener) {
        this.plan = plan;
        this.texts = texts;
        this.listener = listener;
        this.publishable = texts;
    }

    /**
     * Reads them.
     *
     * @param texts whether texts may be shown that their dataset does not keep to itself
     * @throws dev.glimprouter.error.RequestException if a file is wrong
     */
    public static Figures read(
            ReportSource source, ComparisonPlan plan, boolean texts, SampleListener listener) {
        FiguresReader reader = new FiguresReader(plan, texts, listener);
        return switch (source) {
            case ReportSource.Runs(RunSet runs) -> reader.runs(runs);
            case ReportSource.OneTrace(Path file) -> reader.trace(file);
        };
    }

    private Figures trace(Path file) {
        Trace trace = Trace.read(file);
        SystemTally tally = new SystemTally();
        Sample sample = Sample.of(trace);
        tally.add(sample);
        listener.on(0, sample, texts);
        systems.add(tally.figures(trace.header().strategy(), file.toString(), Optional.empty()));
        return new Figures(systems, Optional.empty(), texts, Optional.of(sample));
    }

    private Figures runs(RunSet runs) {
        runs.names().forEach(this::run);
        return new Figures(systems, comparisons(), publishable, Optional.empty());
    }

    private void run(RunSet.Name name) {
        RunTally tally = new RunTally();
        SystemTally system = new SystemTally();
        List<Outcome> came = new ArrayList<>();
        try (RunReader reader = RunReader.open(name.file())) {
            boolean mayShow = texts && reader.header().data().publishable();
            publishable &= mayShow;
            while (reader.hasNext()) {
                RunEntry entry = reader.next();
                Sample sample = Sample.of(entry);
                tally.add(entry);
                system.add(sample);
                came.add(RunOutcomes.outcome(entry));
                listener.on(systems.size(), sample, mayShow);
            }
            RunSummary summary = tally.summary(reader.header());
            systems.add(
                    system.figures(name.system(), name.file().toString(), Optional.of(summary)));
        }
        outcomes.add(new Outcomes(name.system(), came));
    }

    /** Of those that have a graded question in common with the first one. */
    private Optional<Comparisons> comparisons() {
        Outcomes baseline = outcomes.getFirst();
        Set<String> graded = graded(baseline);
        List<Outcomes> others =
                outcomes.stream()
                        .skip(1)
                        .filter(system -> graded(system).stream().anyMatch(graded::contains))
                        .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Comparisons.of(others, baseline, plan));
    }

    private static Set<String> graded(Outcomes system) {
        return system.outcomes().stream()
                .filter(outcome -> outcome.mark() != Mark.UNSCORED)
                .map(Outcome::question)
                .collect(Collectors.toSet());
    }
}
