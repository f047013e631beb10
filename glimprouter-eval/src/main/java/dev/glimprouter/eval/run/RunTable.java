package dev.glimprouter.eval.run;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.reasoning.Writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Runs side by side, a row for each; intervals are 95 %. */
public final class RunTable {

    private static final List<String> HEAD =
            List.of(
                    "system",
                    "right",
                    "95 %",
                    "in reasoning",
                    "of",
                    "unscored",
                    "failed",
                    "steps by large",
                    "small tokens",
                    "large tokens",
                    "seconds");

    private final Table table;

    /** A table of runs, in their order. */
    public RunTable(List<RunSummary> runs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        runs.forEach(run -> rows.add(row(run)));
        table = new Table(rows);
    }

    private static List<String> row(RunSummary run) {
        return List.of(
                run.system(),
                run.accuracy().map(share -> Numbers.percent(share.value())).orElse(Table.NOTHING),
                run.accuracy()
                        .map(Proportion::interval)
                        .map(interval -> Numbers.range(interval, Numbers::hundredths))
                        .orElse(Table.NOTHING),
                percent(run.rightInReasoningShare()),
                Integer.toString(run.graded()),
                Integer.toString(run.unscored()),
                Integer.toString(run.failed()),
                percent(run.largeShare()),
                figure("%.0f", run.tokensEach(Writer.SMALL)),
                figure("%.0f", run.tokensEach(Writer.LARGE)),
                figure("%.2f", run.secondsEach()));
    }

    private static String percent(OptionalDouble share) {
        return share.stream().mapToObj(Numbers::percent).findFirst().orElse(Table.NOTHING);
    }

    private static String figure(String pattern, OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, pattern, value.getAsDouble())
                : Table.NOTHING;
    }

    /** The cells, row by row, the head first. */
    public List<List<String>> rows() {
        return table.rows();
    }

    /** For a terminal. */
    public String text() {
        return table.text();
    }

    /** As a Markdown table. */
    public String markdown() {
        return table.markdown();
    }
}
