package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.calibrate.Profile;
import dev.glimprouter.eval.calibrate.ProfileFile;
import dev.glimprouter.testkit.Reply;
import dev.glimprouter.testkit.Script;
import dev.glimprouter.testkit.ScriptedEngine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code calibrate} finds and writes, and who reads it. */
class CalibrateCommandTest {

    private static final int QUESTIONS = 40;

    @TempDir Path folder;

    private Path data;
    private Path out;
    private Path profile;

    @BeforeEach
    void writeData() throws IOException {
        data = folder.resolve("sums.jsonl");
        out = folder.resolve("runs");
        profile = out.resolve("profile.json");
        Files.writeString(
                data,
                IntStream.range(0, QUESTIONS)
                        .mapToObj(
                                i ->
                                        "{\"question\":\"What is %d + %d?\",\"answer\":\"#### %d\"}\n"
                                                .formatted(i, i, 2 * i))
                        .collect(Collectors.joining()));
    }

    /** One step; small's H_init before it is 0.025 + i / 20 for question i. */
    private static Script script(String name) {
        return scene -> {
            String text = scene.head().messages().getLast().content();
            int i = Integer.parseInt(text.replaceAll("\\D*(\\d+)(?s:.*)", "$1"));
            String answer = "\\boxed{%d}".formatted(2 * i);
            return scene.text().isEmpty()
                    ? Reply.text(name + ".</think>\n\n" + answer).entropy(0.025 + 0.05 * i)
                    : Reply.text(answer);
        };
    }

    private Stage stage() {
        return Stage.with(
                folder, ScriptedEngine.of(script("Add")), ScriptedEngine.of(script("Plan")));
    }

    private int calibrate(Stage stage, String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "calibrate",
                                "--data=gsm8k:" + data,
                                "--out=" + out,
                                "--half=both"));
        args.addAll(Arrays.asList(more));
        return stage.run(args.toArray(String[]::new));
    }

    @Test
    void itEndsWithTheRoundsAndWritesTheProfile() {
        Stage stage = stage();

        assertThat(calibrate(stage, "--rate=0.3")).as(stage.err()).isZero();

        assertThat(stage.out().lines().map(line -> line.replaceAll(" +", " ")))
                .anySatisfy(line -> assertThat(line).startsWith("1 1.0 50.0 % "))
                .anySatisfy(line -> assertThat(line).startsWith("2 * 1.4 30.0 % "))
                .contains("glimpse(tau=1.4): 30.0 % of the steps by large, wanted 30.0 %.")
                .endsWith("Written to %s: use it with --calibrated.".formatted(profile));
        assertThat(stage.err())
                .startsWith("glimpse(tau=1.0): 50.0 % of the steps by large, ")
                .hasLineCount(2);
        Profile read = ProfileFile.read(profile);
        assertThat(read.strategy()).isEqualTo("glimpse(tau=1.4)");
        assertThat(read.questions()).hasSize(QUESTIONS);
        assertThat(read.run().data().name()).isEqualTo("gsm8k");
    }

    @Test
    void theCalibrationHalfIsAskedUnlessOneSaysOtherwise() {
        Stage stage = stage();

        int code =
                stage.run(
                        "calibrate",
                        "--data=gsm8k:" + data,
                        "--out=" + out,
                        "--rate=0.3",
                        "--tolerance=0.2",
                        "--write=" + folder.resolve("mine.json"));

        assertThat(code).as(stage.err()).isZero();
        Profile read = ProfileFile.read(folder.resolve("mine.json"));
        assertThat(read.run().data().selection().side().orElseThrow().half())
                .hasToString("CALIBRATION");
        assertThat(read.questions()).hasSizeBetween(10, 30);

        Stage all = stage();
        assertThat(
                        all.run(
                                "eval",
                                "--data=gsm8k:" + data,
                                "--out=" + folder.resolve("all"),
                                "--calibrated=" + folder.resolve("mine.json")))
                .isEqualTo(2);
        assertThat(all.err())
                .startsWith(
                        "glimprouter: %d of the 40 questions are among those that "
                                .formatted(read.questions().size()))
                .contains("--half test")
                .hasLineCount(1);
        assertThat(all.opened).isEmpty();

        Stage test = stage();
        assertThat(
                        test.run(
                                "eval",
                                "--data=gsm8k:" + data,
                                "--out=" + folder.resolve("test"),
                                "--half=test",
                                "--strategy=large,@" + folder.resolve("mine.json")))
                .as(test.err())
                .isZero();
        assertThat(test.out()).contains("\nlarge ", "\n" + read.strategy() + " ");
        assertThat(test.err()).isEmpty();
    }

    @Test
    void jsonIsTheProfileAndMarkdownATable() {
        Stage json = stage();
        assertThat(calibrate(json, "--rate=0.3", "--json")).isZero();
        assertThat(json.out())
                .startsWith("{\"schema\":\"glimprouter.profile\",\"version\":1,")
                .hasLineCount(1);

        Stage markdown = stage();
        assertThat(calibrate(markdown, "--rate=0.3", "--markdown")).isZero();
        assertThat(markdown.out()).startsWith("| round | threshold |").contains("| 2 \\* | 1.4 |");
    }

    @Test
    void theSameCommandGoesOnFromItsRuns() {
        calibrate(stage(), "--rate=0.3");
        Stage again = stage();

        assertThat(calibrate(again, "--rate=0.3")).isZero();

        assertThat(again.err()).contains("40 of 40 are in %s already.\n".formatted(out));
    }

    @Test
    void noLossRunsLargeAndSaysSoIfNothingIsShown() {
        Stage shown = stage();
        assertThat(calibrate(shown, "--no-loss=0.1")).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains(
                        "against large", "shown to lose at most 10.0 % against large, with 20.0 %");
        assertThat(out.resolve("large.jsonl")).exists();

        Stage open = stage();
        assertThat(calibrate(open, "--no-loss=0.001", "--write=" + folder.resolve("none.json")))
                .isEqualTo(2);
        assertThat(open.err()).contains("ask more questions, or state a wider margin");
        assertThat(folder.resolve("none.json")).doesNotExist();
    }

    @Test
    void aTargetThatIsNotMetIsSaid() {
        Stage stage = stage();

        assertThat(calibrate(stage, "--rate=0.3", "--rounds=1")).isZero();

        assertThat(stage.out())
                .contains(
                        "glimpse(tau=1.0): 50.0 % of the steps by large, wanted 30.0 %, which no threshold that was tried comes nearer to.");
    }

    @Test
    void domainsHaveAThresholdEach() {
        Stage stage = stage();

        assertThat(calibrate(stage, "--rate=0.3", "--per-domain")).as(stage.err()).isZero();

        assertThat(ProfileFile.read(profile).strategy())
                .isEqualTo("domain(maths=1.4, code=1.0, science=1.0, general=1.0, is=auto)");
        assertThat(stage.out()).contains("maths 2 *", "all domains");
    }

    @Test
    void askChatAndTheFileReadIt() throws IOException {
        calibrate(stage(), "--rate=0.3");

        Stage ask = stage();
        Path trace = folder.resolve("ask.trace");
        assertThat(ask.run("ask", "--calibrated=" + profile, "--trace=" + trace, "3 + 3?"))
                .as(ask.err())
                .isZero();
        assertThat(Files.readString(trace)).contains("\"strategy\":\"glimpse(tau=1.4)\"");
        assertThat(ask.err()).doesNotContain("may not hold");

        Stage chat = stage().typed("3 + 3?\n");
        assertThat(chat.run("chat", "--calibrated=" + profile)).as(chat.err()).isZero();

        Path config = folder.resolve("router.yaml");
        Files.writeString(config, "calibrated: %s\n".formatted(profile));
        Stage file = stage();
        assertThat(file.run("ask", "--config=" + config, "--trace=" + trace, "3 + 3?")).isZero();
        assertThat(Files.readString(trace)).contains("\"strategy\":\"glimpse(tau=1.4)\"");

        Stage line = stage();
        assertThat(line.run("ask", "--config=" + config, "--tau=0.5", "--trace=" + trace, "3 + 3?"))
                .isZero();
        assertThat(Files.readString(trace)).contains("\"strategy\":\"glimpse(tau=0.5)\"");
        assertThat(line.err()).doesNotContain("may not hold");
    }

    @Test
        void anotherPromptIsSaid() {
        calibrate(stage(), "--rate=0.3");
        Stage ask = stage();

        int code = ask.run("ask", "--calibrated=" + profile, "--instruction=Be brief.", "3 + 3?");

        assertThat(code).as(ask.err()).isZero();
        assertThat(ask.err())
                .contains(
                        profile
                                + " may not hold here: the prompt was another when it was calibrated.\n");
    }

    @Test
    void otherModelsAreSaid() throws IOException {
        calibrate(stage(), "--rate=0.3");
        Files.writeString(
                profile,
                Files.readString(profile)
                        .replace("\"model\":\"tiny-large\"", "\"model\":\"huge\""));
                Stage ask = stage();

        assertThat(ask.run("ask", "--calibrated=" + profile, "3 + 3?")).isZero();


        assertThat(ask.err())
                .contains(
                        profile
                                + " may not hold here: large was huge and is tiny-large when it was calibrated.\n");
    }

    @Test
    void besideItNoStrategyIsNamed() throws IOException {
        calibrate(stage(), "--rate=0.3");
        String given = "--calibrated=" + profile;

        assertUsage("--calibrated brings its own strategy", "ask", given, "--tau=1", "Hm?");
        assertUsage(
                "--calibrated brings its own strategy", "ask", given, "--strategy=large", "Hm?");
        assertUsage(
                "--calibrated brings its own strategy",
                "eval",
                "--data=gsm8k:" + data,
                given,
                "--strategy=large");
        assertUsage("there is no such file", "ask", "--calibrated=" + folder.resolve("no"), "Hm?");
        Path config = folder.resolve("router.yaml");
        Files.writeString(config, "calibrated: %s\ntau: 1\n".formatted(profile));
        assertUsage("calibrated: it brings its own strategy", "ask", "--config=" + config, "Hm?");
    }

    private void assertUsage(String words, String... args) {
        Stage stage = stage();
        assertThat(stage.run(args)).isEqualTo(2);
        assertThat(stage.err()).startsWith("glimprouter: ").contains(words).hasLineCount(1);
        assertThat(stage.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tolerance=0.1 | one thing only: --rate, --large-tokens, --seconds or --no-loss",
                "--rate=0.3 --seconds=2 | one thing only",
                "--rate=1.3 | goes from 0 to 1, such as 0.3: 1.3 is not among that",
                "--large-tokens=-1 | goes from 0 to 1",
                "--seconds=0 | are above 0",
                "--seconds=2 --parallel=2 | leave out --parallel",
                "--no-loss=2 | A margin is a share between 0 and 1",
                "--no-loss=0.1 --tolerance=0.1 | leave out --tolerance",
                "--rate=0.3 --tolerance=0 | A tolerance is above 0",
                "--rate=0.3 --rounds=0 | one round at least",
                "--rate=0.3 --strategy=large | leaves no threshold open",
                "--rate=0.3 --strategy=glimpse(tau=1) | leave out the one that is to be found",
                "--rate=0.3 --start=-1 | goes from 0.0 to Infinity",
                "--rate=0.3 --start=Infinity | Start from a finite threshold",
                "--rate=0.3 --per-domain --strategy=hstep | leave out --per-domain",
                "--rate=0.3 --prompting=loud | There is no 'loud'"
            })
    void wrongUsageIsOneLine(String args, String words) {
        Stage stage = stage();

        assertThat(calibrate(stage, args.split(" "))).isEqualTo(2);

        assertThat(stage.err()).startsWith("glimprouter: ").contains(words.strip()).hasLineCount(1);
        assertThat(stage.out()).isEmpty();
        assertThat(stage.opened).isEmpty();
    }

    @Test
    void aFileThatIsNoProfileIsLeftAlone() throws IOException {
        Files.createDirectories(out);
        Files.writeString(profile, "My thesis\n");
        Stage stage = stage();

        assertThat(calibrate(stage, "--rate=0.3")).isEqualTo(3);

        assertThat(stage.err()).contains("exists and is not a profile");
        assertThat(stage.opened).isEmpty();
    }
}
