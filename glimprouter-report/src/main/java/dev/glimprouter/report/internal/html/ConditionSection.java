package dev.glimprouter.report.internal.html;

import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.form.Conditions;

/** Under which conditions all this was measured. */
final class ConditionSection implements Section {

    @Override
    public String id() {
        return "conditions";
    }

    @Override
    public String title() {
        return "Conditions";
    }

    @Override
    public boolean appliesTo(Figures figures) {
        return true;
    }

    @Override
    public void write(Html html, Figures figures) {
        html.open("dl", "class", "facts");
        Conditions.of(figures).forEach((label, value) -> html.leaf("dt", label).leaf("dd", value));
        html.close();
    }
}
