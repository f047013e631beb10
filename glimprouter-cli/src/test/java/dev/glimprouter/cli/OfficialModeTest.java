package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.strategy.Mode;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.ScriptedEngine;
import dev.glimprouter.trace.Trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** {@code --mode official}, and {@code export}. */
class OfficialModeTest {

    @TempDir Path folder;

    private Stage stage() {
        return Stage.with(
                folder,
                engine(
                        Reply.text("<think>"),
                        Reply.text("<think>\nAdd.\n\n"),
                        Reply.text("So"),
                        Reply.text("Four.</think>\n\n")),
                engine(Reply.text("\\boxed{4}")));
    }

    private static ScriptedEngine engine(Reply... replies) {
        Iterator<Reply> next = List.of(replies).iterator();
        return ScriptedEngine.of(_ -> next.next());
    }

    private Path trace() {
        return folder.resolve("run.jsonl");
    }

    @Test
    void aQuestionIsAskedByThePublishedProtocol() {
        Stage stage = stage();

        int code =
                stage.run(
                        "ask", "--mode", "official", "--trace", trace().toString(), "Two and two?");

        assertThat(stage.err())
                .contains("S 0.00 | <think>\n       | Add.\n")
                .contains("S 0.00 | Four.</think>\n")
                .contains("stop     finished");
        assertThat(code).isZero();
        assertThat(stage.out()).isEqualTo("\\boxed{4}\n");
        assertThat(Trace.read(trace()).header().config().mode()).isEqualTo(Mode.OFFICIAL);
    }

    @Test
    void theFileMaySayItAndTheCommandLineWins() throws IOException {
        Path file = Files.writeString(folder.resolve("router.yaml"), "mode: official\n");
        Stage official = stage();
        official.run(
                "ask", "--config", file.toString(), "--trace", trace().toString(), "Two and two?");
        assertThat(Trace.read(trace()).header().config().mode()).isEqualTo(Mode.OFFICIAL);

        Stage clean = Stage.usual(folder);
        clean.run(
                "ask",
                "--config",
                file.toString(),
                "--mode",
                "clean",
                "--trace",
                trace().toString(),
                "Two and two?");
        assertThat(Trace.read(trace()).header().config().mode()).isEqualTo(Mode.CLEAN);
    }

    @Test
    void anotherStrategyIsWrongUsageBeforeAModelIsOpened() {
        Stage stage = stage();

        int code = stage.run("ask", "--mode", "official", "--strategy", "opening(2)", "What?");

        assertThat(code).isEqualTo(2);
        assertThat(stage.err()).contains("opening(steps=2)").hasLineCount(1);
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void theContextHasRoomForTheStepThatPassesTheBudget() {
        Stage official = stage();
        official.run("ask", "--mode", "official", "--step-limit", "100", "What?");
        Stage clean = Stage.usual(folder);
        clean.run("ask", "--step-limit", "100", "What?");

        assertThat(official.opened.getFirst().contextTokens())
                .isEqualTo(clean.opened.getFirst().contextTokens() + 100);
    }

    @Test
    void aTraceIsExportedInThePublishedLayout() throws IOException {
        Stage stage = stage();
        stage.run("ask", "--mode", "official", "--trace", trace().toString(), "Two and two?");
        Path out = folder.resolve("results");

        int code =
                stage.run(
                        "export",
                        trace().toString(),
                        "--out",
                        out.toString(),
                        "--dataset",
                        "aime24");

        assertThat(code).isZero();
        assertThat(stage.err()).endsWith("Wrote 1 traces to " + out.resolve("aime24") + ".\n");
        assertThat(Files.readString(out.resolve("aime24/0/0.json"))).contains("\"step_id\":0");
        assertThat(out.resolve("aime24/0/0.txt")).exists();
        assertThat(out.resolve("aime24/result_0.json"))
                .hasContent("[{\"id\":0,\"answer\":\"\\\\boxed{4}\",\"question_id\":\"q\"}]");
    }

    @Test
    void withoutAFolderOrATraceNothingIsExported() {
        Stage stage = stage();

        assertThat(stage.run("export", trace().toString())).isEqualTo(2);
        assertThat(stage.run("export", "--out", folder.toString())).isEqualTo(2);
        assertThat(stage.run("export", trace().toString(), "--out", folder.toString()))
                .isEqualTo(2);
        assertThat(stage.err()).contains("there is no such file");
    }
}
