package dev.glimprouter.report.internal.html;

import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.KindCount;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What went wrong, by kind: failed questions, ungraded answers, reasonings that were cut. */
final class FailureSection implements Section {

    /**
     * What is said of one table.
     *
     * @param fill of its bars
     * @param example heading of the last column
     * @param none where it would be empty
     */
    private record Words(String fill, String example, String none) {}

    /**
     * How counts are drawn.
     *
     * @param fill of the bar
     * @param most count of the longest one
     */
    private record Bar(String fill, int most) {}

    @Override
    public String id() {
        return "failures";
    }

    @Override
    public String title() {
        return "Failures by kind";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return true;
    }

    @Override
    public void write(Html html, Figures figures) {
        part(
                html,
                figures,
                "Questions without an answer",
                SystemFigures::failures,
                new Words("count", "said first", "No question failed."));
        if (figures.trace().isEmpty()) {
            part(
                    html,
                    figures,
                    "Answers that could not be graded",
                    SystemFigures::unscored,
                    new Words("count", "for example", "All answers could be graded."));
        }
        part(
                html,
                figures,
                "How the reasoning ended",
                SystemFigures::stops,
                new Words("calm", "for example", "No reasoning came to its end."));
    }

    private static void part(
            Html html,
            Figures figures,
            String title,
            Function<SystemFigures, List<KindCount>> counts,
            Words words) {
        html.leaf("h3", title);
        int most =
                figures.systems().stream()
                        .flatMap(system -> counts.apply(system).stream())
                        .mapToInt(KindCount::count)
                        .max()
                        .orElse(0);
        if (most == 0) {
            html.leaf("p", words.none(), "class", "note");
            return;
        }
        html.open("div", DataTable.scrolling(title)).open("table", "class", "kinds");
        html.leaf("caption", title, "class", "aloud").open("thead").open("tr");
        for (String cell : List.of("system", "kind", "count", "", words.example())) {
            head(html, cell);
        }
        html.close().close().open("tbody");
        for (int i = 0; i < figures.systems().size(); i++) {
            SystemFigures system = figures.systems().get(i);
            for (KindCount count : counts.apply(system)) {
                row(html, Names.text(i, system.name()), count, new Bar(words.fill(), most));
            }
        }
        html.close().close().close();
    }

    private static void head(Html html, String cell) {
        if (cell.isEmpty()) {
            html.open("td").close();
        } else {
            html.leaf("th", cell, "scope", "col");
        }
    }

    private static void row(Html html, String system, KindCount count, Bar bar) {
        html.open("tr")
                .leaf("th", system, "scope", "row")
                .leaf("td", count.kind(), "class", "words")
                .leaf("td", Integer.toString(count.count()))
                .open("td", "class", "whisker")
                .open("svg", "width", "120", "height", "12", "aria-hidden", "true")
                .open(
                        "rect",
                        "class",
                        bar.fill(),
                        "height",
                        "12",
                        "width",
                        String.format(Locale.ROOT, "%.1f", 120.0 * count.count() / bar.most()))
                .close()
                .close()
                .close()
                .leaf("td", count.example(), "class", "words")
                .close();
    }
}
