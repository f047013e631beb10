package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.internal.text.Numbers;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.Phase;
import dev.glimprouter.report.internal.figures.PhaseFigures;
import dev.glimprouter.report.internal.figures.SystemFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the time went. */
final class PhaseSection implements Section {

    @Override
    public String id() {
        return "time";
    }

    @Override
    public String title() {
        return "Time by phase";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return figures.systems().stream().anyMatch(system -> system.phases().total() > 0);
    }

    @Override
    public void write(Html html, Figures figures) {
        List<Phase> seen =
                List.of(Phase.values()).stream()
                        .filter(
                                phase ->
                                        figures.systems().stream()
                                                .anyMatch(one -> one.phases().of(phase) > 0))
                        .toList();
        html.open("div", "class", "legend", "aria-hidden", "true");
        seen.forEach(phase -> Legend.entry(html, fill(phase), "", phase.words()));
        html.close();
        double most =
                figures.systems().stream()
                        .mapToDouble(system -> system.phases().total())
                        .max()
                        .orElse(1);
        html.open("div", "class", "bars", "aria-hidden", "true");
        for (int i = 0; i < figures.systems().size(); i++) {
            bar(html, i, figures.systems().get(i), most);
        }
        html.close();
        table(html, figures, seen);
        if (figures.systems().stream().anyMatch(system -> !system.phases().alone())) {
            html.leaf(
                    "p",
                    "Some runs asked several questions at a time: waiting for each other is in"
                            + " their phases, which can then be compared among themselves only.",
                    "class",
                    "note");
        }
    }

    private static void bar(Html html, int number, SystemFigures system, double most) {
        PhaseFigures phases = system.phases();
        html.open("div", "class", "bar").open("p");
        Names.write(html, number, system.name());
        html.text(" ")
                .leaf("span", Numbers.amount(phases.total()) + " s", "class", "quiet")
                .close()
                .open("svg", "width", "100%", "height", "22");
        double from = 0;
        for (Phase phase : Phase.values()) {
            double share = phases.of(phase) / most;
            html.open(
                            "rect",
                            "class",
                            fill(phase),
                            "x",
                            percent(from),
                            "width",
                            percent(share),
                            "height",
                            "22")
                    .close();
            from += share;
        }
        html.close().close();
    }

    private static void table(Html html, Figures figures, List<Phase> seen) {
        List<String> head = new ArrayList<>(List.of("system"));
        seen.forEach(phase -> head.add(phase.words()));
        head.addAll(List.of("together", "questions"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < figures.systems().size(); i++) {
            PhaseFigures phases = figures.systems().get(i).phases();
            List<String> row = new ArrayList<>();
            row.add(Names.text(i, figures.systems().get(i).name()));
            seen.forEach(phase -> row.add(Numbers.amount(phases.of(phase))));
            row.add(Numbers.amount(phases.total()));
            row.add(Integer.toString(phases.questions()));
            rows.add(row);
        }
        DataTable.behind(html, "Mean seconds of a question by phase", head, rows);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * share);
    }

    private static String fill(Phase phase) {
        return switch (phase) {
            case SMALL_PREFILL -> "small-read";
            case GLIMPSE -> "glimpse";
            case SMALL_DECODE -> "small";
            case JUDGE -> "judge";
            case LARGE_PREFILL -> "large-read";
            case LARGE_DECODE -> "large";
            case OTHER -> "rest";
        };
    }
}
