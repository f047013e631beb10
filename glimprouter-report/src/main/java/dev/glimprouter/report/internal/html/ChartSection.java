package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.run.RunSummary;
import dev.glimprouter.report.internal.figures.Figures;

import java.util.function.ToDoubleFunction;

/** Accuracy against what it costs. */
final class ChartSection implements Section {

    @Override
    public String id() {
        return "cost";
    }

    @Override
    public String title() {
        return "Accuracy against cost";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return figures.systems().stream()
                .flatMap(system -> system.run().stream())
                .anyMatch(run -> run.accuracy().isPresent());
    }

    @Override
    public void write(Html html, Figures figures) {
        html.open("div", "class", "charts");
        chart(
                html,
                figures,
                "seconds",
                new ScatterChart.Axis(
                        "Seconds a question",
                        "mean seconds a question",
                        "Questions were asked beside others, so that no seconds are told.",
                        Svg::plain),
                run -> run.secondsEach().orElse(Double.NaN));
        chart(
                html,
                figures,
                "share",
                new ScatterChart.Axis(
                        "Steps by large",
                        "share of steps that large wrote",
                        "No run has steps.",
                        Svg::percent),
                run -> run.largeShare().orElse(Double.NaN));
        html.close();
    }

    private static void chart(
            Html html,
            Figures figures,
            String id,
            ScatterChart.Axis axis,
            ToDoubleFunction<RunSummary> cost) {
        ScatterChart chart = ScatterChart.of(figures.systems(), axis, cost);
        if (chart.isEmpty()) {
            html.open("figure")
                    .leaf("figcaption", "Accuracy against " + axis.about())
                    .leaf("p", axis.missing(), "class", "note")
                    .close();
        } else {
            chart.write(html, id);
        }
    }
}
