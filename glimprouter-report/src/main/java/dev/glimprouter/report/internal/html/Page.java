package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.FiguresReader;
import dev.glimprouter.report.internal.figures.ReportSource;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole report as one HTML file that asks for nothing from outside. Its policy allows nothing
 * but its own style and script, by their checksums.
 */
public final class Page {

    /** What the file begins with. */
    public static final String BEGIN =
            "<!doctype html>\n<html lang=\"en\" data-report=\"glimprouter\">";

    private static final List<Section> OF_RUNS =
            List.of(
                    new SummarySection(),
                    new ComparisonSection(),
                    new ChartSection(),
                    new GlimpseSection(),
                    new PhaseSection(),
                    new FailureSection(),
                    new QuestionSection(),
                    new ConditionSection());

    private static final List<Section> OF_TRACES =
            List.of(
                    new TraceSection(),
                    new QuestionSection(),
                    new GlimpseSection(),
                    new PhaseSection(),
                    new FailureSection(),
                    new ConditionSection());

    private Page() {}

    /**
     * Writes it; the single questions wait in a temporary file until all files are read.
     *
     * @param texts whether texts may be shown that their dataset does not keep to itself
     * @throws IOException if it cannot be written
     */
    public static void write(Writer to, ReportSource source, ComparisonPlan plan, boolean texts)
            throws IOException {
        Path blocks = Files.createTempFile("glimprouter-report", ".html");
        try {
            QuestionData data;
            Figures figures;
            try (Writer writer = Files.newBufferedWriter(blocks)) {
                data = new QuestionData(writer);
                figures = FiguresReader.read(source, plan, texts, data);
            }
            Html html = new Html(to);
            head(html, figures);
            body(html, figures);
            to.write(data.list(figures));
            try (var reader = Files.newBufferedReader(blocks)) {
                reader.transferTo(to);
            }
            Asset.SCRIPT.write(html);
            html.close().close().trusted("\n");
        } finally {
            Files.deleteIfExists(blocks);
        }
    }

    private static void head(Html html, Figures figures) {
        html.trusted("<!doctype html>\n")
                .open("html", "lang", "en", "data-report", "glimprouter")
                .open("head")
                .lone("meta", "charset", "utf-8")
                .lone("meta", "http-equiv", "Content-Security-Policy", "content", Asset.policy())
                .lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .lone("meta", "name", "color-scheme", "content", "light dark")
                .lone("meta", "name", "generator", "content", "GlimpRouter");
        html.leaf("title", title(figures));
        Asset.STYLE.write(html);
        html.close();
    }

    private static String title(Figures figures) {
        return "GlimpRouter report: " + figures.subject();
    }

    private static void body(Html html, Figures figures) {
        html.open("body").leaf("a", "Skip to the summary", "class", "skip", "href", "#summary");
        Legend.patterns(html);
        top(html, figures);
        List<Section> sections =
                (figures.trace().isPresent() ? OF_TRACES : OF_RUNS)
                        .stream().filter(section -> section.appliesTo(figures)).toList();
        html.open("nav", "aria-label", "Parts of this page").open("ul");
        for (Section section : sections) {
            html.open("li").leaf("a", section.title(), "href", "#" + section.id()).close();
        }
        html.close().close().open("main");
        for (Section section : sections) {
            String heading = section.id() + "-heading";
            html.open("section", "id", section.id(), "aria-labelledby", heading)
                    .leaf("h2", section.title(), "id", heading);
            section.write(html, figures);
            html.close();
        }
        html.close();
    }

    private static void top(Html html, Figures figures) {
        html.open("header", "class", "top").open("div");
        html.leaf("p", "GlimpRouter report", "class", "kicker").leaf("h1", figures.subject());
        html.leaf("p", about(figures), "class", "lead").close();
        html.leaf(
                        "button",
                        "Dark theme",
                        "id",
                        "theme",
                        "type",
                        "button",
                        "aria-pressed",
                        "false",
                        "hidden",
                        "")
                .close();
    }

    private static String about(Figures figures) {
        int systems = figures.systems().size();
        if (figures.trace().isPresent()) {
            return "One question, step by step, under " + figures.systems().getFirst().name() + ".";
        }
        int questions = figures.headers().getFirst().data().questions();
        return "%s under %s."
                .formatted(
                        Numbers.count(questions, "question", "questions"),
                        Numbers.count(systems, "system", "systems"));
    }
}
