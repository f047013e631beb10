package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.internal.text.MeasuredText;
import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.statistics.Interval;

import java.util.ArrayList;
import java.util.List;

/** A curve as a table for people; intervals are 95 %. */
public final class CurveTable {

    private static final List<String> HEAD =
            List.of(
                    "system",
                    "steps by large",
                    "95 %",
                    "tokens by large",
                    "right",
                    "95 %",
                    "seconds",
                    "against random",
                    "95 %",
                    "p by Holm");

    private final Table table;

    /** The table of a curve. */
    public CurveTable(Curve curve) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        curve.lines().forEach(line -> rows.add(row(line)));
        table = new Table(rows);
    }

    private static List<String> row(CurveLine line) {
        RunFigures figures = line.figures();
        return List.of(
                line.system(),
                MeasuredText.percent(figures.stepsByLarge()),
                MeasuredText.range(figures.stepsByLarge()),
                MeasuredText.percent(figures.tokensByLarge()),
                MeasuredText.percent(figures.right()),
                MeasuredText.range(figures.right()),
                MeasuredText.amount(figures.seconds()),
                line.versus()
                        .map(one -> Numbers.points(one.difference().value()))
                        .orElse(Table.NOTHING),
                line.versus()
                        .map(one -> one.difference().interval())
                        .map(CurveTable::points)
                        .orElse(Table.NOTHING),
                line.versus().map(one -> Numbers.p(one.adjustedP())).orElse(Table.NOTHING));
    }

    private static String points(Interval interval) {
        return Numbers.range(interval, Numbers::points);
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
