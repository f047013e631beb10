package dev.glimprouter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.compare.ComparisonPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** docs/reports.md names every column and field. */
class ReportDocsTest {

    private static final Path DOCS = Path.of("../docs/reports.md");

    @TempDir Path folder;

    private String report(ReportForm form) throws IOException {
        List<Path> runs =
                ScriptedRun.of(folder.resolve("runs"), 2)
                        .write(new Thinker(1, 20), new Thinker(2, 60), "large-steps");
        StringWriter text = new StringWriter();
        Report.of(runs, ComparisonPlan.DEFAULT).write(text, form);
        return text.toString();
    }

    @Test
    void columnsOfCsv() throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(report(ReportForm.CSV).lines().findFirst().orElseThrow().split(",", -1))
                .hasSizeGreaterThan(30)
                .filteredOn(name -> !name.matches("seconds_(small|large|drafts|the)_.*"))
                .allMatch(name -> docs.contains("`" + name + "`"));
    }

    @Test
    void columnsOfQuestions() throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(report(ReportForm.QUESTIONS).lines().findFirst().orElseThrow().split(",", -1))
                .hasSize(13)
                .allMatch(name -> docs.contains("`" + name + "`"));
    }

    @Test
    void fieldsOfSamples() throws IOException {
        String docs = Files.readString(DOCS);
        String sample = report(ReportForm.LM_EVAL).lines().findFirst().orElseThrow();

        assertThat(JsonMapper.shared().readTree(sample).propertyNames())
                .hasSize(15)
                .allMatch(name -> docs.matches("(?s).*[`.]" + name + "[`.].*"));
    }
}
