package dev.glimprouter.eval.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.data.Dataset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is kept of a calibration. */
class ProfileTest {

    private static final Target WANTED = new Target.Steps(0.3, 0.001);

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("made/profile.json");
    }

    private Sums sums() {
        return new Sums(folder.resolve("runs"), 10);
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Profile profile = sums().profile("glimpse", WANTED);

        ProfileFile.write(profile, file);

        assertThat(ProfileFile.read(file)).isEqualTo(profile);
        assertThat(profile.strategy()).isEqualTo("glimpse(tau=0.5)");
        assertThat(profile.run().models()).hasSize(2);
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void everyTargetAndEveryPartSurvives() {
        Profile small =
                new Sums(folder.resolve("no-loss"), 12).profile("glimpse", new Target.NoLoss(0.9));
        Sums sums = sums();
        Profile domains =
                new Calibration(sums.runner(), CalibrationListener.NONE)
                        .profilePerDomain(sums.plan("glimpse", new Target.Tokens(0.5, 0.2), 2));
        Profile timed =
                new Sums(folder.resolve("timed"), 4)
                        .paced()
                        .profile("glimpse", new Target.Seconds(3, 0.5));

        assertThat(small.parts().getFirst().rounds().getLast().loss()).isPresent();
        assertThat(domains.whole()).isPresent();
        for (Profile profile : new Profile[] {small, domains, timed}) {
            ProfileFile.write(profile, file);
            assertThat(ProfileFile.read(file)).isEqualTo(profile);
        }
    }

    @Test
    void anEarlierOneIsReplacedAndAnythingElseLeftAlone() throws IOException {
        Profile profile = sums().profile("glimpse", WANTED);
        ProfileFile.write(profile, file);
        ProfileFile.write(profile, file);
        assertThat(ProfileFile.read(file)).isEqualTo(profile);

        Files.writeString(file, "My thesis");
        assertThatThrownBy(() -> ProfileFile.write(profile, file))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("exists and is not a profile");
        assertThat(file).hasContent("My thesis");
    }

    @Test
    void tornNewerAndOtherFilesAreRefused() throws IOException {
        ProfileFile.write(sums().profile("glimpse", WANTED), file);
        String text = Files.readString(file);

        assertRefused(text.substring(0, text.length() / 2), "not valid JSON");
        assertRefused("", "not ");
        assertRefused(
                text.replaceFirst("\"version\":1", "\"version\":2"),
                "profile version 2, but this GlimpRouter reads versions up to 1: use a newer one");
        assertRefused("{\"schema\":\"glimprouter.run\"}", "it is no profile");
        assertRefused(text.replace("\"parameter\"", "\"x\""), "\"parameter\" must be there");
        assertRefused(
                text.replace("\"strategy\":\"glimpse(tau=0.5)\"", "\"strategy\":\"glimps\""),
                "There is no strategy 'glimps'");
        Files.delete(file);
        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("there is no such file");
    }

    private void assertRefused(String text, String words) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("Cannot read the profile " + file)
                .hasMessageContaining(words)
                .hasMessageEndingWith("Name one that calibrate wrote.");
    }

    @Test
    void itsOwnQuestionsAreRefusedInOtherSpacingToo() {
        Profile profile = sums().profile("glimpse", WANTED);
        Dataset same =
                new Sums(folder, 12)
                        .asking(i -> " What is  %d +\n%d? ".formatted(i, i))
                        .questions()
                        .dataset();
        Dataset others =
                new Sums(folder, 12)
                        .asking(i -> "What is %d - %d?".formatted(i, i))
                        .questions()
                        .dataset();

        assertThatThrownBy(() -> profile.requireOthers(same, file))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("10 of the 12 questions are among those that " + file)
                .hasMessageContaining("--half test");
        assertThatCode(() -> profile.requireOthers(others, file)).doesNotThrowAnyException();
    }

    @Test
    void peopleReadEveryRoundAndWhatCameOfIt() {
        Profile profile = sums().profile("glimpse", WANTED);

        assertThat(ProfileText.text(profile).lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(3)
                .startsWith(
                        "round threshold steps by large 95 % tokens by large 95 % right 95 % seconds")
                .anySatisfy(line -> assertThat(line).startsWith("1 1.0 5.0 % "))
                .anySatisfy(line -> assertThat(line).startsWith("2 * 0.5 30.0 % "));
        assertThat(ProfileText.sentence(profile))
                .isEqualTo("glimpse(tau=0.5): 30.0 % of the steps by large, wanted 30.0 %.");
        assertThat(ProfileText.markdown(profile)).startsWith("| round | threshold |");
    }
}
