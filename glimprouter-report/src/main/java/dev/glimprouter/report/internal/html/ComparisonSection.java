package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.compare.Comparison;
import dev.glimprouter.eval.compare.ComparisonLines;
import dev.glimprouter.report.internal.figures.Figures;

import java.util.List;

/** Each further run against the first one, question by question. */
final class ComparisonSection implements Section {

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
        html.open("div", "class", "cards");
        figures.comparisons().orElseThrow().all().forEach(one -> card(html, one));
        html.close();
        html.leaf(
                "p",
                "Compared on the questions that both have a graded answer to. All intervals are 95 %"
                        + " intervals.",
                "class",
                "note");
    }

    /** What can be concluded first; the figures behind it below. */
    private static void card(Html html, Comparison comparison) {
        List<ComparisonLines.Line> lines = ComparisonLines.of(comparison);
        html.open("article", "class", "card")
                .leaf("h3", comparison.a().system() + " against " + comparison.b().system())
                .leaf("p", lines.getLast().value(), "class", "reading");
        html.open("dl", "class", "facts");
        lines.subList(0, lines.size() - 1)
                .forEach(line -> html.leaf("dt", line.label()).leaf("dd", line.value()));
        html.close().close();
    }
}
