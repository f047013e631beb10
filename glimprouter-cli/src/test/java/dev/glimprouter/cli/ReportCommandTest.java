package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code report} writes, and where. */
class ReportCommandTest {

    /** Outside of the plane of 16 bits, so that it can be cut in halves. */
    private static final String SMILE = "\ud83d\ude42";

    @TempDir Path folder;

    private String run;

    @BeforeEach
    void evaluate() throws IOException {
        Path data = folder.resolve("sums.jsonl");
        Files.writeString(data, "{\"question\":\"What is 1 + 1?\",\"answer\":\"#### 2\"}\n");
        String thought = SMILE.repeat(9000);
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(_ -> Reply.text(thought + "</think>\n\n\\boxed{2}")),
                        ScriptedEngine.of(_ -> Reply.text("No.</think>\n\n\\boxed{3}")));
        int code =
                stage.run(
                        "eval",
                        "--data=gsm8k:" + data,
                        "--strategy=small",
                        "--out=" + folder.resolve("runs"));
        assertThat(code).as(stage.err()).isZero();
        run = folder.resolve("runs/small.jsonl").toString();
    }

    @Test
    void aPageGoesToAFile() throws IOException {
        Stage stage = Stage.usual(folder);
        Path out = folder.resolve("page.html");

        int code = stage.run("report", run, "--out=" + out);

        assertThat(code).as(stage.err()).isZero();
        assertThat(stage.out()).isEmpty();
        assertThat(stage.err()).startsWith("Wrote ").hasLineCount(1);
        assertThat(Files.readString(out)).startsWith("<!doctype html>").contains("What is 1 + 1?");
    }

    @Test
    void whatIsPublishedCanBeWithoutTexts() throws IOException {
        Stage stage = Stage.usual(folder);
        Path out = folder.resolve("page.html");

        assertThat(stage.run("report", run, "--no-texts", "--out=" + out)).isZero();

        assertThat(Files.readString(out)).doesNotContain("What is 1 + 1?", SMILE);
    }

    @Test
    void otherFormsGoToStandardOutput() {
        Stage csv = Stage.usual(folder);
        assertThat(csv.run("report", run, "--form=csv")).isZero();
        assertThat(csv.out()).startsWith("system,file,").contains("small," + run);
        assertThat(csv.err()).isEmpty();

        Stage rows = Stage.usual(folder);
        assertThat(rows.run("report", run, "--form=questions")).isZero();
        assertThat(rows.out()).contains("\r\nsmall,").hasLineCount(2);

        Stage samples = Stage.usual(folder);
        assertThat(samples.run("report", run, "--form=lm-eval")).isZero();
        assertThat(samples.out())
                .startsWith("{\"doc_id\":0,")
                .contains(SMILE.repeat(9000))
                .hasLineCount(1);
    }

    @Test
    void whatCannotBeWrittenIsOneLine() throws IOException {
        Path other = folder.resolve("other.html");
        Files.writeString(other, "mine");

        refused(3, "is no such report", run, "--out=" + other);
        assertThat(other).hasContent("mine");
        refused(3, "Cannot write the report", run, "--out=" + folder.resolve("none/page.html"));
        refused(2, "there is no such file", folder.resolve("none.jsonl").toString());
        refused(2, "There is no 'pdf'", run, "--form=pdf");
        refused(2, "between 0 and 1", run, "--margin=2");
        refused(2, "Samples are texts", run, "--form=lm-eval", "--no-texts");
    }

    private void refused(int code, String words, String... args) {
        Stage stage = Stage.usual(folder);
        String[] all = new String[args.length + 1];
        all[0] = "report";
        System.arraycopy(args, 0, all, 1, args.length);

        assertThat(stage.run(all)).isEqualTo(code);

        assertThat(stage.err()).contains(words).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
    }
}
