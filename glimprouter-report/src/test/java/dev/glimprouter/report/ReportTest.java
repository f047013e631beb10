package dev.glimprouter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.compare.ComparisonPlan;
import dev.glimprouter.internal.digest.Sha256;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The forms of a report. */
class ReportTest {

    @TempDir Path folder;

    private List<Path> runs;

    @BeforeEach
    void run() {
        runs =
                ScriptedRun.of(folder.resolve("runs"), 6)
                        .write(
                                new Thinker(1, 20),
                                new Thinker(2, 60),
                                "large-steps",
                                "glimpse(tau=1.0)");
    }

    private static String text(List<Path> files, ReportForm form) throws IOException {
        StringWriter text = new StringWriter();
        Report.of(files, ComparisonPlan.DEFAULT).write(text, form);
        return text.toString();
    }

    @Test
    void markdownHasTheTablesOfTheRuns() throws IOException {
        assertThat(text(runs, ReportForm.MARKDOWN))
                .startsWith("# GlimpRouter report: sums\n\n| system | right |")
                .contains(
                        "| large-steps | 66.7 % |",
                        "## glimpse(tau=1.0) against large-steps",
                        "## Time by phase",
                        "## Conditions",
                        "| dataset | sums, sha256 abab");
    }

    @Test
    void csvHasARowForEachSystem() throws IOException {
        String csv = text(runs, ReportForm.CSV);

        assertThat(csv).endsWith("\r\n");
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("system,file,dataset,questions");
        int columns = lines.getFirst().split(",", -1).length;
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        assertThat(lines.get(1))
                .startsWith("large-steps," + runs.getFirst() + ",sums,6,1,6,4,0,0,0,");
    }

    @Test
    void questionsHaveARowUnderEachSystem() throws IOException {
        List<String> rows = text(runs, ReportForm.QUESTIONS).lines().toList();

        assertThat(rows).hasSize(1 + 2 * 6);
        assertThat(rows.getFirst())
                .isEqualTo(
                        "system,question,repeat,mark,place,attempts,alone,seconds,steps,steps_by_large,"
                                + "small_tokens,large_tokens,stop");
        assertThat(rows.get(1)).matches("large-steps,sum-0,0,right,answer,1,true,[0-9.]+,\\d+,.*");
        assertThat(rows.get(2)).startsWith("large-steps,sum-1,0,wrong,answer,1,true,");
        assertThat(rows.get(7)).startsWith("glimpse(tau=1.0),sum-0,0,");
        String[] alone = rows.get(1).split(",", -1);
        assertThat(alone[9]).as("steps by large").isEqualTo(alone[8]);
        assertThat(alone[10]).as("tokens of small").isEqualTo("0");
        assertThat(Integer.parseInt(alone[11])).as("tokens of large").isPositive();
    }

    @Test
    void textsAreLeftOutOnRequest() throws IOException {
        for (List<Path> files : List.of(runs, List.of(trace()))) {
            StringWriter page = new StringWriter();
            Report.of(files, ComparisonPlan.DEFAULT).withoutTexts().write(page, ReportForm.HTML);

            assertThat(text(files, ReportForm.HTML))
                    .contains("What is 0 + 0?", "The sum is", "\"text\":");
            assertThat(page.toString())
                    .contains("left out of this page on request", "\"tokens\":")
                    .doesNotContain("What is", "The sum is", "\"text\":");
        }
    }

    @Test
    void samplesHaveTheFieldsOfTheHarness() throws IOException {
        List<JsonNode> samples =
                text(runs.subList(1, 2), ReportForm.LM_EVAL)
                        .lines()
                        .map(JsonMapper.shared()::readTree)
                        .toList();

        assertThat(samples).hasSize(6);
        JsonNode second = samples.get(1);
        assertThat(second.get("doc_id").intValue()).isEqualTo(1);
        assertThat(second.at("/doc/question").stringValue()).isEqualTo("What is 1 + 1?");
        assertThat(second.get("target").stringValue()).isEqualTo("2");
        assertThat(second.at("/resps/0/0").stringValue())
                .startsWith("<think>\nFirst")
                .endsWith("</think>\n\nThe sum is \\boxed{3}.");
        assertThat(second.at("/filtered_resps/0").stringValue()).isEqualTo("3");
        assertThat(second.get("exact_match").doubleValue()).isZero();
        assertThat(samples.get(2).get("exact_match").doubleValue()).isEqualTo(1);
        String prompt = second.at("/arguments/gen_args_0/arg_0").stringValue();
        assertThat(prompt).startsWith("[{\"role\":\"system\"").contains("What is 1 + 1?");
        assertThat(second.get("prompt_hash").stringValue()).isEqualTo(Sha256.of(prompt));
        assertThat(second.get("target_hash").stringValue()).isEqualTo(Sha256.of("2"));
    }

    @Test
    void samplesOfSecretDatasetsHaveNoTexts() throws IOException {
        List<Path> secret =
                ScriptedRun.of(folder.resolve("secret"), 2)
                        .secret()
                        .write(new Thinker(1, 20), new Thinker(2, 60), "large-steps");

        assertThat(text(secret, ReportForm.LM_EVAL))
                .contains("[withheld")
                .doesNotContain("What is", "The sum is", "\\nFirst");
    }

    @Test
    void aReportReplacesReportsOfItsFormAlone() throws IOException {
        Report report = Report.of(runs, ComparisonPlan.DEFAULT);
        Path out = folder.resolve("report.html");

        report.write(out, ReportForm.HTML);
        String first = Files.readString(out);
        report.write(out, ReportForm.HTML);

        assertThat(Files.readString(out)).isEqualTo(first);
        assertThatThrownBy(() -> report.write(out, ReportForm.CSV))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("is no such report");
        assertThat(Files.readString(out)).isEqualTo(first);
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void nothingIsLeftWhereARunIsBroken() throws IOException {
        Path broken = folder.resolve("broken.jsonl");
        List<String> lines = Files.readAllLines(runs.getFirst());
        Files.writeString(broken, String.join("\n", lines.getFirst(), "{\"problem\":1}", ""));
        Path out = folder.resolve("report.html");

        assertThatThrownBy(
                        () ->
                                Report.of(List.of(broken), ComparisonPlan.DEFAULT)
                                        .write(out, ReportForm.HTML))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("line 2");
        assertThat(out).doesNotExist();
    }

    @Test
    void aRunThatIsNotCompleteSaysSo() throws IOException {
        Path part = folder.resolve("part.jsonl");
        List<String> lines = Files.readAllLines(runs.getFirst());
        Files.writeString(part, String.join("\n", lines.subList(0, 4)) + "\n");

        assertThat(text(List.of(part), ReportForm.MARKDOWN))
                .contains("is not complete: 3 still to be asked");
        assertThat(text(List.of(part), ReportForm.HTML))
                .contains("Not complete: large-steps (3 questions left).");
    }

    @Test
    void allMachinesOfARunAreNamed() throws IOException {
        Path moved = folder.resolve("moved.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(runs.getFirst()));
        lines.addLast(lines.removeLast().replaceFirst("\"os\":\"[^\"]*\"", "\"os\":\"Plan 9\""));
        Files.writeString(moved, String.join("\n", lines) + "\n");

        assertThat(text(List.of(moved), ReportForm.MARKDOWN))
                .containsPattern(
                        "\\| machine \\| .*, GlimpRouter .*; then Plan 9, .*, GlimpRouter ");
        assertThat(text(runs, ReportForm.MARKDOWN))
                .contains("| machine | ")
                .doesNotContain("; then ");
    }

    @Test
    void modelsAreNamedOnceUnlessRunsHaveOthers() throws IOException {
        List<Path> all =
                ScriptedRun.of(folder.resolve("all"), 2)
                        .write(new Thinker(1, 20), new Thinker(2, 60), "large", "small", "glimpse");
        Path other = folder.resolve("other.jsonl");
        Files.writeString(other, Files.readString(all.getFirst()).replace("huge", "vast"));

        assertThat(text(all, ReportForm.MARKDOWN))
                .containsPattern("\\| models \\| small: tiny \\([^|;]*; large: huge \\([^|;]* \\|");
        assertThat(text(List.of(all.getFirst(), other), ReportForm.MARKDOWN))
                .containsPattern("\\| models \\| 1: large: huge \\(.*; 2: large: vast \\(");
    }

    @Test
    void aRunWithoutAnAnswerNamesTheMachineItWasBegunOn() throws IOException {
        Path begun = folder.resolve("begun.jsonl");
        String header = Files.readAllLines(runs.getFirst()).getFirst();
        Files.writeString(
                begun, header.replaceFirst("\"os\":\"[^\"]*\"", "\"os\":\"Plan 9\"") + "\n");

        assertThat(text(List.of(runs.getLast(), begun), ReportForm.MARKDOWN))
                .containsPattern("\\| machine \\| 1: .*; 2: Plan 9, ");
    }

    @Test
    void formsThatDoNotFitAreRefused() throws IOException {
        Path trace = trace();

        assertThatThrownBy(() -> text(runs, ReportForm.LM_EVAL))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("one run file");
        assertThatThrownBy(
                        () ->
                                Report.of(runs.subList(0, 1), ComparisonPlan.DEFAULT)
                                        .withoutTexts()
                                        .write(new StringWriter(), ReportForm.LM_EVAL))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("Samples are texts");
        assertThatThrownBy(() -> text(List.of(trace), ReportForm.CSV))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("trace alone");
        assertThatThrownBy(() -> text(List.of(trace, runs.getFirst()), ReportForm.HTML))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("one trace");
    }

    @Test
    void aTraceIsAReportToo() throws IOException {
        Path trace = trace();

        assertThat(text(List.of(trace), ReportForm.MARKDOWN))
                .startsWith("# GlimpRouter report: question sum-0\n")
                .contains("| strategy | glimpse(tau=1.0) |");
        assertThat(text(List.of(trace), ReportForm.HTML))
                .startsWith("<!doctype html>\n<html lang=\"en\" data-report=\"glimprouter\">")
                .contains("H_init under glimpse(tau=1.0)", "What is 0 + 0?");
    }

    /** The first question's, as docs/run-files.md takes it out of a run. */
    private Path trace() throws IOException {
        JsonNode entry =
                JsonMapper.shared()
                        .readTree(Files.readAllLines(runs.getLast()).get(1))
                        .get("trace");
        StringBuilder lines = new StringBuilder(entry.get("header").toString()).append('\n');
        entry.get("events").forEach(event -> lines.append(event).append('\n'));
        Path file = folder.resolve("trace.jsonl");
        Files.writeString(file, lines);
        return file;
    }
}
