package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.eval.calibrate.Profile;
import dev.glimprouter.eval.calibrate.ProfileFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;

/** What {@code calibrate} finds and writes. */
class CalibrateCommandTest extends CalibrationTestBase {

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
