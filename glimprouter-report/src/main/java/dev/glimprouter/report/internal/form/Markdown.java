package dev.glimprouter.report.internal.form;

import dev.glimprouter.eval.compare.ComparisonMarkdown;
import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.eval.run.RunTable;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.KindCount;
import dev.glimprouter.report.internal.figures.Phase;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report without its single questions, as Markdown. All intervals are 95 %. */
public final class Markdown {

    /** What the text begins with. */
    public static final String BEGIN = "# GlimpRouter report: ";

    private final StringBuilder out = new StringBuilder();

    private Markdown() {}

    /** The text. */
    public static String of(Figures figures) {
        Markdown markdown = new Markdown();
        markdown.line(BEGIN + escaped(figures.subject()));
        figures.trace()
                .ifPresentOrElse(
                        sample -> markdown.lines("Summary", TraceLines.of(sample)),
                        () -> markdown.runs(figures));
        markdown.phases(figures.systems());
        markdown.kinds("Failures by kind", figures, SystemFigures::failures);
        markdown.kinds("Unscored answers by reason", figures, SystemFigures::unscored);
        markdown.kinds("How the reasoning ended", figures, SystemFigures::stops);
        markdown.lines("Conditions", Conditions.of(figures));
        return markdown.out.toString();
    }

    private void runs(Figures figures) {
        line("");
        out.append(
                new RunTable(
                                figures.systems().stream()
                                        .flatMap(system -> system.run().stream())
                                        .toList())
                        .markdown());
        figures.systems().stream()
                .filter(system -> system.missing() > 0)
                .forEach(
                        system ->
                                line(
                                        "\n%s is not complete: %d still to be asked."
                                                .formatted(
                                                        escaped(system.name()), system.missing())));
        figures.comparisons().ifPresent(all -> out.append('\n').append(ComparisonMarkdown.of(all)));
    }

    private void phases(List<SystemFigures> systems) {
        List<String> head = new ArrayList<>(List.of("seconds a question"));
        for (Phase phase : Phase.values()) {
            head.add(phase.words());
        }
        List<List<String>> rows =
                systems.stream()
                        .filter(system -> system.phases().total() > 0)
                        .map(Markdown::phases)
                        .toList();
        table("Time by phase", head, rows);
    }

    private static List<String> phases(SystemFigures system) {
        List<String> row = new ArrayList<>(List.of(system.name()));
        for (Phase phase : Phase.values()) {
            row.add(Numbers.amount(system.phases().of(phase)));
        }
        return row;
    }

    private void kinds(
            String title, Figures figures, Function<SystemFigures, List<KindCount>> counts) {
        List<List<String>> rows = new ArrayList<>();
        for (SystemFigures system : figures.systems()) {
            for (KindCount count : counts.apply(system)) {
                rows.add(
                        List.of(
                                system.name(),
                                count.kind(),
                                Integer.toString(count.count()),
                                count.example()));
            }
        }
        table(title, List.of("system", "kind", "count", "first"), rows);
    }

    private void lines(String title, Map<String, String> lines) {
        table(
                title,
                List.of("", ""),
                lines.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private void table(String title, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("\n## " + title + "\n");
        row(head);
        line("|" + " --- |".repeat(head.size()));
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        line(cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Names and messages may hold anything; none of it becomes markup. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#&])", "\\\\$1").replaceAll("\\R", " ");
    }
}
