package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.eval.run.RunTable;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.Proportion;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The runs side by side. */
final class SummarySection implements Section {

    private static final int INTERVAL_COLUMN = 2;

    @Override
    public String id() {
        return "summary";
    }

    @Override
    public String title() {
        return "Summary";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return true;
    }

    @Override
    public void write(Html html, Figures figures) {
        List<RunSummary> runs =
                figures.systems().stream().flatMap(system -> system.run().stream()).toList();
        table(html, runs);
        html.leaf(
                "p",
                "Right is the share of right answers among graded ones, each question counting once;"
                        + " its interval is a 95 % interval over questions. Unscored answers could"
                        + " not be graded, failed questions have no answer; neither is in the"
                        + " share. In reasoning is how much of it stood in a box of the reasoning,"
                        + " with no answer behind it. Tokens and seconds are means of a question. Seconds are told of"
                        + " questions that were asked one at a time.",
                "class",
                "note");
        incomplete(html, figures.systems());
    }

    private static void table(Html html, List<RunSummary> runs) {
        String caption = "Systems side by side";
        html.open("div", DataTable.scrolling(caption)).open("table", "class", "summary");
        html.leaf("caption", caption).open("thead").open("tr");
        List<List<String>> rows = new RunTable(runs).rows();
        html.leaf("th", rows.getFirst().getFirst(), "scope", "col");
        List<String> head = rows.getFirst();
        for (int i = 1; i < head.size(); i++) {
            html.leaf("th", head.get(i), "scope", "col");
            if (i == INTERVAL_COLUMN) {
                html.leaf("td", "0 to 100 %", "class", "whisker");
            }
        }
        html.close().close().open("tbody");
        for (int i = 0; i < runs.size(); i++) {
            row(html, i, rows.get(i + 1), runs.get(i).accuracy());
        }
        html.close().close().close();
    }

    private static void row(
            Html html, int number, List<String> cells, Optional<Proportion> accuracy) {
        html.open("tr").open("th", "scope", "row");
        Names.write(html, number, cells.getFirst());
        html.close();
        for (int i = 1; i < cells.size(); i++) {
            html.leaf("td", cells.get(i), "class", i == 1 ? "main" : "");
            if (i == INTERVAL_COLUMN) {
                html.open("td", "class", "whisker");
                accuracy.ifPresent(share -> whisker(html, share.value(), share.interval()));
                html.close();
            }
        }
        html.close();
    }

    /** The share with its interval on a line from 0 to 100 %; the numbers stand beside it. */
    private static void whisker(Html html, double value, Interval interval) {
        Svg svg = new Svg(html);
        html.open(
                "svg",
                "viewBox",
                "0 0 120 16",
                "width",
                "120",
                "height",
                "16",
                "aria-hidden",
                "true");
        svg.line("axis", 0, 8, 120, 8);
        svg.bar("range", 120 * interval.lower(), 5, 120 * (interval.upper() - interval.lower()), 6);
        svg.dot("dot", 120 * value, 8, 4);
        html.close();
    }

    private static void incomplete(Html html, List<SystemFigures> systems) {
        String missing =
                systems.stream()
                        .filter(system -> system.missing() > 0)
                        .map(
                                system ->
                                        "%s (%s left)"
                                                .formatted(
                                                        system.name(),
                                                        Numbers.count(
                                                                system.missing(),
                                                                "question",
                                                                "questions")))
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            html.leaf("p", "Not complete: " + missing + ".", "class", "warning");
        }
    }
}
