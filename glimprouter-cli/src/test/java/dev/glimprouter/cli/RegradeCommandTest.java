package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code regrade} prints and refuses. */
class RegradeCommandTest extends SumsTestBase {

    RegradeCommandTest() {
        super("eval", 2);
    }

    private String graded() throws IOException {
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(_ -> Reply.text("\\boxed{0}")),
                        ScriptedEngine.of(_ -> Reply.text("\\boxed{0}")));
        assertThat(run(stage, "--strategy=small")).as(stage.err()).isZero();
        Path file = out.resolve("small.jsonl");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("\"grading\":\"[^\"]*\"", "\"grading\":\"none\"")
                        .replace("\"mark\":\"right\"", "\"mark\":\"wrong\""));
        return file.toString();
    }

    @Test
    void itTellsWhatChanged() throws IOException {
        String file = graded();
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("regrade", "--data=gsm8k:" + data, file)).as(stage.err()).isZero();

        assertThat(stage.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("system graded changed right before right now", "small 2 1 0 1");

        Stage again = Stage.usual(folder);
        assertThat(again.run("regrade", "--data=gsm8k:" + data, file, "--json")).isZero();
        assertThat(again.out())
                .isEqualTo(
                        "{\"runs\":[{\"system\":\"small\",\"graded\":2,\"changed\":0,"
                                + "\"rightBefore\":1,\"rightNow\":1}]}\n");

        Stage going = Stage.usual(folder);
        assertThat(run(going, "--strategy=small")).as(going.err()).isZero();
    }

    @Test
    void runsOfOneSystemAreToldApart() throws IOException {
        Path file = Path.of(graded());
        Path other = Files.copy(file, folder.resolve("other.jsonl"));
        Stage stage = Stage.usual(folder);

        int code = stage.run("regrade", "--data=gsm8k:" + data, file.toString(), other.toString());

        assertThat(code).as(stage.err()).isZero();
        assertThat(stage.out())
                .contains("small (%s)".formatted(file), "small (%s)".formatted(other));
    }

    @Test
    void wrongUseIsOneLine() throws IOException {
        String file = graded();
        String ref = "--data=gsm8k:" + data;

        Stage twice = Stage.usual(folder);
        assertThat(twice.run("regrade", ref, file, file)).isEqualTo(ExitCode.USAGE);
        assertThat(twice.err()).contains("named twice").hasLineCount(1);

        Stage missing = Stage.usual(folder);
        assertThat(missing.run("regrade", ref, file + ".not")).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).hasLineCount(1);

        Stage none = Stage.usual(folder);
        assertThat(none.run("regrade", file)).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("--data").hasLineCount(1);
    }
}
