package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.error.RetryableException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.run.RunEntry;
import dev.glimprouter.eval.run.RunReader;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code eval} asks, prints and leaves behind. */
class EvalCommandTest extends SumsTestBase {

    private static final int QUESTIONS = 4;
    private static final int WRONG = 99;
    private static final int NEVER = -1;

    EvalCommandTest() {
        super("eval", QUESTIONS);
    }

    /** Small is wrong about question 1. */
    private Stage stage() {
        return Stage.with(folder, ScriptedEngine.of(script(1)), ScriptedEngine.of(script(NEVER)));
    }

    private static Script script(int wrongAt) {
        return scene -> {
            int i = number(scene);
            String boxed = right(i == wrongAt ? WRONG : i);
            Duration pause = Duration.ofMillis(100);
            return scene.text().isEmpty()
                    ? Reply.text("Add.</think>\n\n" + boxed).entropy(0.5).pace(pause)
                    : Reply.text(boxed).pace(pause);
        };
    }

    private List<RunEntry> entries(String file) {
        List<RunEntry> entries = new ArrayList<>();
        try (RunReader reader = RunReader.open(out.resolve(file))) {
            reader.forEachRemaining(entries::add);
        }
        return entries;
    }

    @Test
    void itEndsWithATable() {
        Stage stage = stage();

        assertThat(run(stage, "--strategy", "small,large", "--strategy", "random(0.5, 3)"))
                .isZero();

        assertThat(stage.out().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(4)
                .startsWith(
                        "system right 95 % in reasoning of unscored failed steps by large small"
                                + " tokens large tokens seconds")
                .anySatisfy(line -> assertThat(line).startsWith("small 75.0 % "))
                .anySatisfy(line -> assertThat(line).startsWith("large 100.0 % "));
        assertThat(stage.out()).doesNotContain("at a time");
        assertThat(entries("small.jsonl")).hasSize(QUESTIONS);
        assertThat(stage.err()).isEmpty();
    }

    @Test
    void jsonIsOneObjectAndMarkdownATable() {
        Stage json = stage();
        assertThat(run(json, "--strategy", "large", "--json")).isZero();
        assertThat(json.out())
                .startsWith("{\"runs\":[{\"system\":\"large\",")
                .contains("\"right\":4", "\"seed\":1,", "\"throughput\":{\"parallel\":1")
                .hasLineCount(1);

        Stage markdown = stage();
        assertThat(run(markdown, "--strategy", "large", "--markdown")).isZero();
        assertThat(markdown.out()).startsWith("| system | right |").contains("| large | 100.0 % |");
    }

    @Test
    void severalAtATimeTellTheThroughput() {
        Stage stage = stage();

        assertThat(run(stage, "--strategy", "large,specreason", "--parallel", "3")).isZero();

        assertThat(stage.opened).allMatch(options -> options.sessions() == 3);
        assertThat(stage.opened.stream().mapToInt(options -> options.branches())).contains(3);
        assertThat(stage.out()).contains("\n3 at a time: ");
        assertThat(entries("large.jsonl")).noneMatch(RunEntry::isTimed);
    }

    @Test
    void optionsReachTheRun() throws IOException {
        Stage stage = stage();

        int code =
                run(
                        stage,
                        "--strategy=glimpse,large,small",
                        "--tau=0.25",
                        "--seed=5",
                        "--questions=2",
                        "--sample-seed=9",
                        "--repeats=2",
                        "--budget=100",
                        "--answer-limit=50",
                        "--temperature=0");

        assertThat(code).isZero();
        assertThat(entries("glimpse-tau-0.25.jsonl")).hasSize(4);
        assertThat(stage.opened.getFirst().contextTokens()).isEqualTo(HeadRoom.LEAST_TOKENS + 150);
        assertThat(Files.readString(out.resolve("large.jsonl")))
                .contains(
                        "\"sample\":{\"count\":2,\"seed\":9}", "\"temperature\":0.0", "\"seed\":5");
    }

    @Test
    void thePromptIsTheTasksUnlessOneSaysAnother() {
        assertThat(run(stage(), "--strategy=large", "--prompting=reasoning")).isZero();
        assertThat(entries("large.jsonl").getFirst().trace().header().question().messages())
                .singleElement()
                .extracting(message -> message.content())
                .asString()
                .endsWith("alone, in \\boxed{}.");

        assertThat(run(stage(), "--strategy=small", "--instruction=Be brief.")).isZero();
        assertThat(entries("small.jsonl").getFirst().trace().header().question().messages())
                .first()
                .extracting(message -> message.content())
                .isEqualTo("Be brief.");
    }

    @Test
    void theSameCommandGoesOnAndAnotherOneIsRefused() {
        run(stage(), "--strategy=large");
        Stage again = stage();
        assertThat(run(again, "--strategy=large,small")).isZero();
        assertThat(again.err()).isEqualTo("4 of 8 are in %s already.\n".formatted(out));

        Stage other = stage();
        assertThat(run(other, "--strategy=large", "--seed=2")).isEqualTo(2);
        assertThat(other.err())
                .isEqualTo(
                        "glimprouter: %s was begun otherwise: config.seed was 1 and is 2. Run it as it was begun, or choose another folder with --out.\n"
                                .formatted(out.resolve("large.jsonl")));
        assertThat(other.out()).isEmpty();
    }

    @Test
    void whatWasBegunOnAnotherMachineGoesOnAndSaysSo() throws IOException {
        run(stage(), "--strategy=large,small");
        for (String name : List.of("large.jsonl", "small.jsonl")) {
            beginElsewhere(out.resolve(name));
        }
        Stage again = stage();

        assertThat(run(again, "--strategy=large,small")).isZero();

        assertThat(again.err())
                .isEqualTo(
                        """
                        Begun on another machine or Java: environment.os was "Plan 9" and is "%s %s". Seconds will be of both.
                        8 of 8 are in %s already.
                        """
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.version"),
                                        out));
    }

    @Test
    void ctrlCLeavesValidFilesAndSaysHowToGoOn() throws InterruptedException {
        Stage stage =
                Stage.with(
                        folder,
                        ScriptedEngine.of(Reply.nothing()),
                        ScriptedEngine.of(
                                scene ->
                                        number(scene) == 2
                                                ? Reply.tokens("Hm").thenSilence()
                                                : script(NEVER).reply(scene)));
        Thread keyboard =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    stage.large.awaitSilence();
                                    stage.interrupts.raise(Interrupts.Kind.INT);
                                });

        int code = run(stage, "--strategy=large");
        keyboard.join();

        assertThat(code).isEqualTo(130);
        assertThat(stage.err())
                .isEqualTo(
                        """
                        Stopped after 2 of 4. The same command goes on from %s.
                        glimprouter: Interrupted.
                        """
                                .formatted(out));
        assertThat(entries("large.jsonl")).hasSize(2);
        assertThat(run(stage(), "--strategy=large")).isZero();
        assertThat(entries("large.jsonl")).hasSize(QUESTIONS);
    }

    @Test
    void aScreenShowsProgressAndFailuresAboveIt() {
        Stage stage =
                Stage.with(
                                folder,
                                ScriptedEngine.of(Reply.nothing()),
                                ScriptedEngine.of(
                                        scene ->
                                                number(scene) == 2
                                                        ? Reply.failure(
                                                                new RetryableException(
                                                                        "Busy: wait."))
                                                        : script(NEVER).reply(scene)))
                        .on(new Terminal(false, false, true, 200, false));

        assertThat(run(stage, "--strategy=large", "--attempts=2")).isZero();

        assertThat(stage.err())
                .contains("\r\u001b[K2 of 4, ", " a minute, ", " left; large 100 %")
                .contains(
                        "\r\u001b[Klarge: question gsm8k-2, repeat 0 failed after 2 attempts: Busy: wait.\n")
                .endsWith("\r\u001b[K");
    }

    @Test
    void aModelThatIsNotUsableEndsItBeforeAnythingIsWritten() {
        Stage stage = stage().refusing(new SetupException("No memory: free some."));

        assertThat(run(stage, "--strategy=large")).isEqualTo(3);

        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--strategy=larg | did you mean large?",
                "--strategy=small,,large | '' ",
                "--strategy=small --tau=1 | --tau has no meaning for any of these strategies",
                "--strategy=large,large | would be written to one file large.jsonl",
                "--strategy=large+fast | There is no 'fast'",
                "--questions=5 | ask for 1 to 4 of them, not 5",
                "--questions=0 | ask for 1 to 4 of them, not 0",
                "--half=first | There is no 'first'",
                "--repeats=0 | Ask each question once at least",
                "--parallel=0 | Ask each question once at least",
                "--attempts=0 | at least one attempt",
                "--json --markdown | Leave out either",
                "--prompting=loud | There is no 'loud'",
                "--repeats=x | is not a whole number"
            })
    void wrongUsageIsOneLine(String args, String words) {
        Stage stage = stage();

        assertThat(run(stage, args.split(" "))).isEqualTo(2);

        assertThat(stage.err()).startsWith("glimprouter: ").contains(words.strip()).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void questionsHaveToBeNamedAndToBeThere() {
        Stage none = stage();
        assertThat(none.run("eval", "--strategy=large")).isEqualTo(2);
        assertThat(none.err()).contains("Name the questions: --data gsm8k:FILE");

        Stage missing = stage();
        assertThat(missing.run("eval", "--data", "gsm8k:" + folder.resolve("none"))).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file");
    }

    @Test
    void aRunOfSomebodyElseIsLeftAlone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("large.jsonl"), "My thesis\n");
        Stage stage = stage();

        assertThat(run(stage, "--strategy=large")).isEqualTo(3);

        assertThat(stage.err()).contains("exists and is not a run");
        assertThat(out.resolve("large.jsonl")).hasContent("My thesis\n");
    }
}
