package dev.glimprouter.eval.run;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.statistics.Mean;
import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.eval.statistics.Repeats;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.TraceSummary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the figures of a run by question, entry by entry. */
final class FigureTally {

    private final Sample marks = new Sample();
    private final Sample steps = new Sample();
    private final Sample stepsByLarge = new Sample();
    private final Sample tokens = new Sample();
    private final Sample tokensByLarge = new Sample();
    private final Sample seconds = new Sample();
    private int runs;
    private int unscored;
    private int failed;

    /** Values by question. */
    private static final class Sample {

        private final Map<String, List<Double>> values = new LinkedHashMap<>();
        private double sum;

        void add(RunEntry entry, double value) {
            values.computeIfAbsent(entry.key().problem(), _ -> new ArrayList<>()).add(value);
            sum += value;
        }

        boolean isEmpty() {
            return values.isEmpty();
        }

        List<Repeats> repeats() {
            List<Repeats> all = new ArrayList<>();
            values.forEach((question, each) -> all.add(new Repeats(question, each)));
            return all;
        }

        Optional<Measured> in(Sample whole) {
            return whole.sum == 0
                    ? Optional.empty()
                    : Optional.of(Measured.ofShare(repeats(), whole.repeats()));
        }
    }

    void add(RunEntry entry) {
        runs++;
        entry.grade().ifPresentOrElse(grade -> answered(entry, grade), () -> failed++);
    }

    private void answered(RunEntry entry, Grade grade) {
        if (grade.mark() == Mark.UNSCORED) {
            unscored++;
        } else {
            marks.add(entry, grade.mark() == Mark.RIGHT ? 1 : 0);
        }
        TraceSummary summary = entry.trace().summary();
        steps.add(entry, summary.reasoning().steps().size());
        stepsByLarge.add(entry, summary.steps(Writer.LARGE));
        tokens.add(entry, generated(summary, Writer.SMALL) + generated(summary, Writer.LARGE));
        tokensByLarge.add(entry, generated(summary, Writer.LARGE));
        if (entry.isTimed()) {
            seconds.add(entry, entry.seconds());
        }
    }

    private static double generated(TraceSummary summary, Writer writer) {
        return summary.usage().getOrDefault(writer, Usage.NONE).generatedTokens();
    }

    RunFigures figures() {
        return new RunFigures(
                runs,
                unscored,
                failed,
                marks.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Measured.of(Proportion.of(marks.repeats()))),
                stepsByLarge.in(steps),
                tokensByLarge.in(tokens),
                seconds.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Measured.of(Mean.of(seconds.repeats()))));
    }
}
