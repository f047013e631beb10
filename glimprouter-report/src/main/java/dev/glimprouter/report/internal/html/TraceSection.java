package dev.glimprouter.report.internal.html;

import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.form.TraceLines;

/** A trace alone, in a few lines. */
final class TraceSection implements Section {

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
        html.open("dl", "class", "facts");
        TraceLines.of(figures.trace().orElseThrow())
                .forEach((label, value) -> html.leaf("dt", label).leaf("dd", value));
        html.close();
    }
}
