package dev.glimprouter.eval.run;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Grade.Place;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.eval.statistics.Repeats;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.TraceSummary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up the entries of a run one by one. Not thread safe. */
public final class RunTally {

    private final Map<String, List<Double>> marks = new LinkedHashMap<>();
    private final Map<Writer, Long> tokens = new EnumMap<>(Writer.class);
    private int runs;
    private int right;
    private int rightInReasoning;
    private int unscored;
    private int failed;
    private long steps;
    private long stepsByLarge;
    private long cachedTokens;
    private int timed;
    private double seconds;

    /** Nothing yet. */
    public RunTally() {}

    /** Adds an entry. */
    public void add(RunEntry entry) {
        runs++;
        entry.grade().ifPresentOrElse(grade -> answered(entry, grade), () -> failed++);
    }

    private void answered(RunEntry entry, Grade grade) {
        switch (grade.mark()) {
            case RIGHT -> {
                right++;
                rightInReasoning += grade.place() == Place.REASONING ? 1 : 0;
                mark(entry, 1);
            }
            case WRONG -> mark(entry, 0);
            case UNSCORED -> unscored++;
        }
        TraceSummary summary = entry.trace().summary();
        steps += summary.reasoning().steps().size();
        stepsByLarge += summary.steps(Writer.LARGE);
        summary.usage().forEach(this::count);
        if (entry.isTimed()) {
            timed++;
            seconds += entry.seconds();
        }
    }

    private void mark(RunEntry entry, double value) {
        marks.computeIfAbsent(entry.key().problem(), _ -> new ArrayList<>()).add(value);
    }

    private void count(Writer writer, Usage usage) {
        tokens.merge(writer, usage.generatedTokens(), Long::sum);
        cachedTokens += usage.cachedTokens();
    }

    /** What the entries so far add up to. */
    public RunSummary summary(RunHeader header) {
        List<Repeats> sample = new ArrayList<>();
        marks.forEach((problem, values) -> sample.add(new Repeats(problem, values)));
        return new RunSummary(
                header,
                runs,
                right,
                rightInReasoning,
                unscored,
                failed,
                sample.isEmpty() ? Optional.empty() : Optional.of(Proportion.of(sample)),
                steps,
                stepsByLarge,
                tokens,
                cachedTokens,
                timed,
                seconds);
    }
}
