package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Scene;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code study} asks, prints and leaves behind. */
class StudyCommandTest extends SumsTestBase {

    private static final int WRONG = 99;

    StudyCommandTest() {
        super("study", 3);
    }

    /** Small is wrong; what large writes at step 1 makes it right. */
    private Stage stage() {
        return Stage.with(
                folder,
                ScriptedEngine.of(scene -> reply(scene, "Then.\n\n", 2)),
                ScriptedEngine.of(scene -> reply(scene, "Carefully.\n\n", 0)));
    }

    private static Reply reply(Scene scene, String second, double nats) {
        String text = scene.text();
        if (scene.aside().isPresent()) {
            return Reply.opinion(Map.of("7", 1.0));
        }
        if (text.contains("</think>")) {
            return Reply.text(right(text.contains("Carefully") ? number(scene) : WRONG));
        }
        return switch (text.split("\n\n", -1).length) {
            case 1 -> Reply.text("Read.\n\n").entropy(0.1);
            case 2 -> Reply.text(second).entropy(nats);
            default -> Reply.text("Done.</think>").entropy(0.2);
        };
    }

    private Path file() {
        return out.resolve("small-steps.jsonl");
    }

    @Test
    void itEndsWithTables() {
        Stage stage = stage();

        assertThat(run(stage)).isZero();

        assertThat(stage.out())
                .startsWith("Study\n  gsm8k, following small-steps, seed 1; small is tiny-small")
                .contains(
                        "\nSignals over steps\n",
                        "\nMeans by quarters of H_init\n",
                        "\nRank correlations with H_init\n",
                        "\nFirst tokens\n",
                        "At high H_init a step by large turned 3 of 3 answers right and 0 wrong");
        assertThat(stage.err())
                .startsWith("1 of 3, ")
                .contains("; the last one has 3 steps and 2 forks\n")
                .hasLineCount(3);
        assertThat(stage.opened).allMatch(options -> options.sessions() == 1);
        assertThat(stage.opened.stream().mapToInt(options -> options.branches())).contains(1);
    }

    @Test
    void fromAFileTheSameIsPrintedWithoutModels() {
        Stage first = stage();
        run(first);
        Stage again = stage();

        assertThat(again.run("study", "--from", file().toString())).isZero();

        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.opened).isEmpty();

        Stage json = stage();
        assertThat(json.run("study", "--from", file().toString(), "--json")).isZero();
        assertThat(json.out()).startsWith("{").contains("\"turnedRight\" : 3");
        Stage markdown = stage();
        assertThat(markdown.run("study", "--from", file().toString(), "--markdown")).isZero();
        assertThat(markdown.out()).startsWith("## Study\n");
    }

    @Test
    void theSameCommandGoesOnAndAnotherOneIsRefused() throws IOException {
        run(stage());
        List<String> lines = Files.readAllLines(file());
        Files.writeString(file(), String.join("\n", lines.subList(0, 2)) + "\n{\"pro");
        Stage again = stage();

        assertThat(run(again)).isZero();

        assertThat(again.err()).startsWith("1 of 3 are in %s already.\n".formatted(file()));
        assertThat(Files.readAllLines(file())).isEqualTo(lines);
        Stage other = stage();
        assertThat(run(other, "--steps=2")).isEqualTo(2);
        assertThat(other.err()).contains("was begun otherwise: study.steps was 40 and is 2");
    }

    @Test
    void whatWasBegunOnAnotherMachineGoesOnAndSaysSo() throws IOException {
        run(stage());
        beginElsewhere(file());
        Stage again = stage();

        assertThat(run(again)).isZero();

        assertThat(again.err())
                .startsWith(
                        "Begun on another machine or Java: environment.os was \"Plan 9\" and is \"");
    }

    @Test
    void optionsReachTheStudy() throws IOException {
        assertThat(
                        run(
                                stage(),
                                "--strategy=glimpse",
                                "--tau=0.25",
                                "--steps=2",
                                "--forks=0",
                                "--no-judge",
                                "--embedder=none",
                                "--questions=2",
                                "--seed=5",
                                "--budget=100"))
                .isZero();

        assertThat(Files.readString(out.resolve("glimpse-tau-0.25.jsonl")))
                .contains(
                        "\"study\":{\"steps\":2,\"forks\":0,\"judge\":null,\"embedder\":null}",
                        "\"sample\":{\"count\":2,\"seed\":1}",
                        "\"seed\":5");
    }

    @Test
    void ctrlCLeavesAValidFileAndSaysHowToGoOn() throws InterruptedException, IOException {
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(
                                scene ->
                                        number(scene) == 1
                                                ? Reply.tokens("Hm").thenSilence()
                                                : reply(scene, "Then.\n\n", 2)),
                        ScriptedEngine.of(scene -> reply(scene, "Carefully.\n\n", 0)));
        Thread keyboard =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    stage.small.awaitSilence();
                                    stage.interrupts.raise(Interrupts.Kind.INT);
                                });

        int code = run(stage);
        keyboard.join();

        assertThat(code).isEqualTo(130);
        assertThat(stage.err())
                .endsWith(
                        """
                        Stopped after 1 of 3. The same command goes on from %s.
                        glimprouter: Interrupted.
                        """
                                .formatted(file()));
        assertThat(run(stage())).isZero();
        assertThat(Files.readAllLines(file())).hasSize(4);
    }

    @Test
    void aModelThatIsNotUsableEndsItBeforeAnythingIsWritten() {
        Stage stage = stage().refusing(new SetupException("No memory: free some."));

        assertThat(run(stage)).isEqualTo(3);

        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--strategy=large | A study cannot follow large",
                "--strategy=specreason | A study cannot follow specreason",
                "--tau=1 | --tau has no meaning for this strategy",
                "--steps=0 | looks at one step at least",
                "--forks=-1 | at 0 forks or more",
                "--embedder=big | --embedder is small, large or none",
                "--speculative | leave --speculative",
                "--attempts=0 | at least one attempt",
                "--json --markdown | Leave out either",
                "--from=x.jsonl | leave out either it or --data"
            })
    void wrongUsageIsOneLine(String args, String words) {
        Stage stage = stage();

        assertThat(run(stage, args.split(" "))).isEqualTo(2);

        assertThat(stage.err()).startsWith("glimprouter: ").contains(words.strip()).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Stage stage = stage();

        assertThat(stage.run("study", "--from", folder.resolve("none").toString())).isEqualTo(2);

        assertThat(stage.err()).contains("Cannot read the study ", "there is no such file");
    }
}
