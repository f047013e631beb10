package dev.glimprouter.eval.plan;

import java.util.List;

/** A plan for a terminal. */
public final class PlanText {

    private PlanText() {}

    /**
     * All of it.
     *
     * @param priced whether costs are shown
     */
    public static String of(Plan plan, boolean priced) {
        StringBuilder text = new StringBuilder();
        for (Scenario scenario : plan.scenarios()) {
            text.append(PlanTables.heading(scenario.speeds())).append("\n\n");
            text.append(PlanTables.speeds(scenario.speeds()).text());
            text.append(PlanTables.extras(scenario.speeds())).append("\n\n");
            text.append(PlanTables.forecasts(scenario.forecasts(), priced).text()).append("\n");
            scenario.reading().forEach(one -> text.append(one.text()).append("\n"));
            text.append(scenario.reading().isEmpty() ? "" : "\n");
        }
        if (!plan.checks().isEmpty()) {
            text.append("Held against measured runs on other questions:\n\n");
            text.append(PlanTables.checks(plan.checks()).text()).append("\n");
        }
        plan.fit().ifPresent(fit -> text.append(PlanTables.fit(fit)).append("\n"));
        text.append(lines(plan.notes()));
        return text.toString();
    }

    private static String lines(List<String> notes) {
        return String.join("\n", notes) + "\n";
    }
}
