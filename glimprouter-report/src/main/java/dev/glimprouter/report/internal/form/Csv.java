package dev.glimprouter.report.internal.form;

import dev.glimprouter.eval.compare.Comparison;
import dev.glimprouter.eval.compare.Comparisons;
import dev.glimprouter.eval.internal.text.CsvLine;
import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.PairedRatio;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.Phase;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The summary for other programs: a row for each system, by RFC 4180. What is unknown is empty. */
public final class Csv {

    private static final List<String> HEAD =
            List.of(
                    "system",
                    "file",
                    "dataset",
                    "questions",
                    "repeats",
                    "runs",
                    "right",
                    "right_in_reasoning",
                    "unscored",
                    "failed",
                    "accuracy",
                    "accuracy_lower",
                    "accuracy_upper",
                    "share_of_steps_by_large",
                    "small_tokens",
                    "large_tokens",
                    "cached_tokens",
                    "seconds",
                    "timed",
                    "difference",
                    "difference_lower",
                    "difference_upper",
                    "p",
                    "adjusted_p",
                    "seconds_ratio",
                    "seconds_ratio_lower",
                    "seconds_ratio_upper");

    /** What the text begins with. */
    public static final String BEGIN = "system,file,dataset,questions,repeats,runs,right,";

    private Csv() {}

    /** The text. */
    public static String of(Figures figures) {
        StringBuilder out = new StringBuilder();
        List<String> head = new ArrayList<>(HEAD);
        for (Phase phase : Phase.values()) {
            head.add("seconds_" + phase.words().replace(' ', '_'));
        }
        row(out, head);
        for (SystemFigures system : figures.systems()) {
            system.run().ifPresent(run -> row(out, cells(system, run, figures.comparisons())));
        }
        return out.toString();
    }

    private static List<String> cells(
            SystemFigures system, RunSummary run, Optional<Comparisons> comparisons) {
        List<String> cells = new ArrayList<>(List.of(system.name(), system.file()));
        cells.add(run.header().data().name());
        for (long count :
                new long[] {
                    run.header().data().questions(),
                    run.header().repeats(),
                    run.runs(),
                    run.right(),
                    run.rightInReasoning(),
                    run.unscored(),
                    run.failed()
                }) {
            cells.add(Long.toString(count));
        }
        number(cells, run.accuracy().map(Proportion::value));
        interval(cells, run.accuracy().map(Proportion::interval));
        number(cells, run.largeShare());
        number(cells, run.tokensEach(Writer.SMALL));
        number(cells, run.tokensEach(Writer.LARGE));
        cells.add(Long.toString(run.cachedTokens()));
        number(cells, run.secondsEach());
        cells.add(Integer.toString(run.timed()));
        comparison(cells, comparisons.flatMap(all -> of(all, system.name())));
        for (Phase phase : Phase.values()) {
            cells.add(Double.toString(system.phases().of(phase)));
        }
        return cells;
    }

    private static Optional<Comparison> of(Comparisons comparisons, String system) {
        return comparisons.all().stream()
                .filter(one -> one.a().system().equals(system))
                .findFirst();
    }

    private static void comparison(List<String> cells, Optional<Comparison> of) {
        number(cells, of.map(one -> one.difference().value()));
        interval(cells, of.map(one -> one.difference().byT()));
        number(cells, of.map(Comparison::pValue));
        number(cells, of.map(Comparison::adjustedP));
        number(cells, of.flatMap(Comparison::seconds).map(PairedRatio::value));
        interval(cells, of.flatMap(Comparison::seconds).map(PairedRatio::interval));
    }

    private static void interval(List<String> cells, Optional<Interval> interval) {
        number(cells, interval.filter(Interval::known).map(Interval::lower));
        number(cells, interval.filter(Interval::known).map(Interval::upper));
    }

    private static void number(List<String> cells, OptionalDouble value) {
        number(cells, value.stream().boxed().findFirst());
    }

    private static void number(List<String> cells, Optional<Double> value) {
        cells.add(value.filter(Double::isFinite).map(v -> Double.toString(v)).orElse(""));
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(CsvLine.of(cells)).append("\r\n");
    }
}
