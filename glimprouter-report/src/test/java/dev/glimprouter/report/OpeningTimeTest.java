package dev.glimprouter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.glimprouter.eval.compare.ComparisonPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How long a report of 500 questions takes to open; tools/check-report asks. */
@EnabledIfSystemProperty(named = "glimprouter.opening", matches = "true")
class OpeningTimeTest {

    private static final int QUESTIONS = 500;
    private static final double MOST_MILLIS = 2000;
    private static final int TRIES = 3;

    @TempDir Path folder;

    @Test
    void fiveHundredQuestionsOpenInTwoSeconds() throws Exception {
        List<Path> runs =
                ScriptedRun.of(folder.resolve("runs"), QUESTIONS)
                        .write(new Thinker(1, 20), new Thinker(2, 60), "glimpse(tau=1.0)");
        Path report = folder.resolve("report.html");
        Report.of(runs, ComparisonPlan.DEFAULT).write(report, ReportForm.HTML);

        double best = Double.POSITIVE_INFINITY;
        try (Chromium chromium = Chromium.start()) {
            for (int i = 0; i < TRIES; i++) {
                best = Math.min(best, millis(chromium.open(report)));
            }
        }

        System.out.printf(
                "%d questions, %.1f MB from a run of %.1f MB: listed after %.0f ms (limit: %.0f)%n",
                QUESTIONS,
                Files.size(report) / 1e6,
                Files.size(runs.getFirst()) / 1e6,
                best,
                MOST_MILLIS);
        assertThat(best).isLessThan(MOST_MILLIS);
    }

    /** From the start of the navigation until the whole page is there and its list is shown. */
    private static double millis(Page page) {
        page.locator("details.question").first().waitFor();
        return ((Number)
                        page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
                .doubleValue();
    }
}
