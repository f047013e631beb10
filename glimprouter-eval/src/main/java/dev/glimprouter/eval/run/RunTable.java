package dev.glimprouter.eval.run;

import dev.glimprouter.eval.internal.text.TextTable;
import dev.glimprouter.eval.statistics.Interval;
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
                    "of",
                    "unscored",
                    "failed",
                    "steps by large",
                    "small tokens",
                    "large tokens",
                    "seconds");
    private static final String NOTHING = "-";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table of runs, in their order. */
    public RunTable(List<RunSummary> runs) {
        rows.add(HEAD);
        runs.forEach(run -> rows.add(row(run)));
    }

    private static List<String> row(RunSummary run) {
        return List.of(
                run.system(),
                run.accuracy().map(share -> percent(share.value())).orElse(NOTHING),
                run.accuracy().map(Proportion::interval).map(RunTable::range).orElse(NOTHING),
                Integer.toString(run.right() + wrong(run)),
                Integer.toString(run.unscored()),
                Integer.toString(run.failed()),
                run.largeShare().stream().mapToObj(RunTable::percent).findFirst().orElse(NOTHING),
                figure("%.0f", run.tokensEach(Writer.SMALL)),
                figure("%.0f", run.tokensEach(Writer.LARGE)),
                figure("%.2f", run.secondsEach()));
    }

    private static int wrong(RunSummary run) {
        return run.answered() - run.right() - run.unscored();
    }

    private static String figure(String pattern, OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, pattern, value.getAsDouble())
                : NOTHING;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String range(Interval interval) {
        return String.format(
                Locale.ROOT, "%.1f to %.1f", 100 * interval.lower(), 100 * interval.upper());
    }

    /** The cells, row by row, the head first. */
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /** For a terminal. */
    public String text() {
        return new TextTable(rows).text();
    }

    /** As a Markdown table. */
    public String markdown() {
        return new TextTable(rows).markdown();
    }
}
