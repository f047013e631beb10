package dev.glimprouter.eval.curve;

import dev.glimprouter.eval.internal.text.Table;
import dev.glimprouter.eval.run.RunFigures;
import dev.glimprouter.eval.statistics.Measured;
import dev.glimprouter.trace.internal.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A curve as CSV for programs: plain numbers, shares from 0 to 1, empty cells for what there is
 * none of or what is not known. Columns keep their names; new ones come last.
 */
public final class CurveCsv {

    private static final List<String> HEAD =
            List.of(
                    "kind",
                    "point",
                    "system",
                    "threshold",
                    "file",
                    "runs",
                    "unscored",
                    "failed",
                    "steps_by_large",
                    "steps_by_large_lower",
                    "steps_by_large_upper",
                    "tokens_by_large",
                    "tokens_by_large_lower",
                    "tokens_by_large_upper",
                    "right",
                    "right_lower",
                    "right_upper",
                    "seconds",
                    "seconds_lower",
                    "seconds_upper",
                    "against_random",
                    "against_random_lower",
                    "against_random_upper",
                    "p",
                    "p_holm");

    private CurveCsv() {}

    /** The lines with their head. */
    public static String of(Curve curve) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        curve.lines().forEach(line -> rows.add(row(line)));
        return new Table(rows).csv();
    }

    private static List<String> row(CurveLine line) {
        RunFigures figures = line.figures();
        List<String> row =
                new ArrayList<>(
                        List.of(
                                Json.word(line.kind()),
                                Integer.toString(line.point()),
                                line.system(),
                                number(line.threshold()),
                                line.file(),
                                Integer.toString(figures.runs()),
                                Integer.toString(figures.unscored()),
                                Integer.toString(figures.failed())));
        add(row, figures.stepsByLarge());
        add(row, figures.tokensByLarge());
        add(row, figures.right());
        add(row, figures.seconds());
        add(row, line.versus().map(Versus::difference));
        row.add(line.versus().map(one -> number(one.pValue())).orElse(""));
        row.add(line.versus().map(one -> number(one.adjustedP())).orElse(""));
        return row;
    }

    private static void add(List<String> row, Optional<Measured> figure) {
        row.add(figure.map(one -> number(one.value())).orElse(""));
        row.add(figure.map(one -> number(one.interval().lower())).orElse(""));
        row.add(figure.map(one -> number(one.interval().upper())).orElse(""));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
