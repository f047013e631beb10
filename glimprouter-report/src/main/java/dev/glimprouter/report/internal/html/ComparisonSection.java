package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.compare.Comparison;
import dev.glimprouter.eval.compare.ComparisonLines;
import dev.glimprouter.eval.statistics.Interval;
import dev.glimprouter.eval.statistics.PairedDifference;
import dev.glimprouter.report.internal.figures.Figures;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Each further run against the first one, question by question. */
final class ComparisonSection implements Section {

    private static final double LEAST_REACH = 0.01;
    private static final Set<String> FIRST = Set.of("difference", "margin", "seconds");

    @Override
    public String id() {
        return "comparison";
    }

    @Override
    public String title() {
        return "Against the first system";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return figures.comparisons().isPresent();
    }

    @Override
    public void write(Html html, Figures figures) {
        List<Comparison> all = figures.comparisons().orElseThrow().all();
        double reach =
                all.stream()
                        .map(one -> one.difference().byT())
                        .filter(Interval::known)
                        .mapToDouble(ends -> Math.max(-ends.lower(), ends.upper()))
                        .max()
                        .orElse(1);
        html.open("div", "class", "cards");
        all.forEach(one -> card(html, one, Math.max(LEAST_REACH, reach)));
        html.close();
        html.leaf(
                "p",
                "Compared on the questions that both have a graded answer to. The line is the"
                        + " difference in accuracy with its 95 % interval; left of the middle fewer"
                        + " answers are right, right of it more.",
                "class",
                "note");
    }

    /** What can be concluded first, then the difference; the other figures on demand. */
    private static void card(Html html, Comparison comparison, double reach) {
        List<ComparisonLines.Line> all = ComparisonLines.of(comparison);
        List<ComparisonLines.Line> lines = all.subList(0, all.size() - 1);
        html.open("article", "class", "card")
                .leaf("h3", comparison.a().system() + " against " + comparison.b().system())
                .leaf("p", all.getLast().value(), "class", "reading");
        line(html, comparison.difference(), reach);
        facts(html, lines, line -> FIRST.contains(line.label()));
        html.open("details", "class", "data").leaf("summary", "All figures");
        facts(html, lines, line -> !FIRST.contains(line.label()));
        html.close().close();
    }

    private static void facts(
            Html html, List<ComparisonLines.Line> lines, Predicate<ComparisonLines.Line> which) {
        html.open("dl", "class", "facts");
        lines.stream()
                .filter(which)
                .forEach(line -> html.leaf("dt", line.label()).leaf("dd", line.value()));
        html.close();
    }

    /** The difference on a line with zero in its middle. */
    private static void line(Html html, PairedDifference difference, double reach) {
        html.open("svg", "class", "forest", "width", "100%", "height", "24", "aria-hidden", "true");
        segment(html, "grid", "0%", "100%", "12", "12");
        segment(html, "axis", "50%", "50%", "2", "22");
        if (difference.byT().known()) {
            String from = place(difference.byT().lower(), reach);
            String to = place(difference.byT().upper(), reach);
            segment(html, "interval", from, to, "12", "12");
        }
        html.open(
                        "circle",
                        "class",
                        "dot",
                        "cx",
                        place(difference.value(), reach),
                        "cy",
                        "12",
                        "r",
                        "6")
                .close()
                .close();
    }

    private static void segment(
            Html html, String style, String x1, String x2, String y1, String y2) {
        html.open("line", "class", style, "x1", x1, "x2", x2, "y1", y1, "y2", y2).close();
    }

    private static String place(double difference, double reach) {
        return String.format(Locale.ROOT, "%.2f%%", 50 + 47 * difference / reach);
    }
}
