package dev.glimprouter.eval.plan;

import dev.glimprouter.eval.internal.text.Table;

/** A plan as Markdown. */
public final class PlanMarkdown {

    private PlanMarkdown() {}

    /**
     * All of it.
     *
     * @param priced whether costs are shown
     */
    public static String of(Plan plan, boolean priced) {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : plan.scenarios()) {
            text.append("## ").append(PlanTables.heading(scenario.speeds())).append("\n\n");
            text.append(PlanTables.speeds(scenario.speeds()).markdown()).append("\n");
            text.append(PlanTables.extras(scenario.speeds())).append("\n\n");
            text.append(PlanTables.forecasts(scenario.forecasts(), priced).markdown());
            text.append("\n");
            scenario.reading().forEach(one -> item(text, one.text()));
            text.append(scenario.reading().isEmpty() ? "" : "\n");
        }
        if (!plan.checks().isEmpty()) {
            text.append("## Held against measured runs on other questions\n\n");
            text.append(PlanTables.checks(plan.checks()).markdown()).append("\n");
        }
        plan.fit().ifPresent(fit -> item(text, PlanTables.fit(fit)));
        plan.notes().forEach(note -> item(text, note));
        return text.toString();
    }

    private static void item(StringBuilder text, String sentence) {
        text.append("- ").append(Table.escaped(sentence)).append("\n");
    }
}
