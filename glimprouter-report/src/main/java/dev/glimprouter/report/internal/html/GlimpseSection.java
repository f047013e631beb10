package dev.glimprouter.report.internal.html;

import dev.glimprouter.report.internal.figures.Figures;

/** Distributions of H_init. */
final class GlimpseSection implements Section {

    @Override
    public String id() {
        return "glimpses";
    }

    @Override
    public String title() {
        return "H_init of the steps";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return figures.systems().stream().anyMatch(system -> system.glimpses().count() > 0);
    }

    @Override
    public void write(Html html, Figures figures) {
        html.open("div", "class", "legend", "aria-hidden", "true");
        Legend.entry(html, "small", "S", "small wrote the step");
        Legend.entry(html, "large", "L", "large wrote the step");
        html.close().open("div", "class", "charts");
        for (int i = 0; i < figures.systems().size(); i++) {
            HistogramChart chart = new HistogramChart(i, figures.systems().get(i));
            if (!chart.isEmpty()) {
                chart.write(html);
            }
        }
        html.close();
    }
}
