package dev.glimprouter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** What {@code models} does, prints, and how it ends. */
class ModelsTest {

    private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WRONG = "wrong".getBytes(StandardCharsets.UTF_8);
    private static final String OTHER = "hf:someone/thing/other.gguf";

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("tiny-small.gguf");
    }

    private Path other() {
        return folder.resolve("someone/thing/other.gguf");
    }

    @Test
    void aPullTellsThePathOnOutputAndTheRestOnError() {
        try (TinyHub hub = TinyHub.of(BYTES)) {
            Stage stage = Stage.usual(folder).pullingFrom(hub.address());

            assertThat(stage.run("models", "pull", "tiny-small")).isZero();

            assertThat(stage.out()).isEqualTo(file() + "\n");
            assertThat(stage.err())
                    .isEqualTo(
                            """
                            Downloading tiny-small from 127.0.0.1.
                            Checking tiny-small.
                            tiny-small is at %s.
                            """
                                    .formatted(file()));
            assertThat(file()).hasBinaryContent(BYTES);
        }
    }

    @Test
    void aPullOfAPairBringsBoth() {
        try (TinyHub hub = TinyHub.of(BYTES)) {
            Stage stage = Stage.usual(folder).pullingFrom(hub.address());

            assertThat(stage.run("models", "pull", "qwen-coder")).isZero();

            assertThat(stage.out())
                    .isEqualTo(file() + "\n" + folder.resolve("tiny-large.gguf") + "\n");
        }
    }

    @Test
    void anInterruptedPullEndsWithItsCode() throws Exception {
        try (TinyHub hub = TinyHub.hangingAfter(3, BYTES)) {
            Stage stage = Stage.usual(folder).pullingFrom(hub.address());
            Thread keyboard =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        hub.awaitHanging();
                                        stage.interrupts.raise(Interrupts.Kind.INT);
                                    });

            int code = stage.run("models", "pull", "tiny-small");
            boolean interrupted = Thread.interrupted();
            keyboard.join();

            assertThat(interrupted).isTrue();
            assertThat(code).isEqualTo(130);
            assertThat(stage.err()).endsWith("glimprouter: Interrupted.\n");
            assertThat(stage.out()).isEmpty();
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void aPullThatNobodyCanServeIsOneLineAndCodeThree() {
        Stage stage = Stage.usual(folder).pullingFrom(TinyHub.gone());

        assertThat(stage.run("models", "pull", "tiny-small")).isEqualTo(3);

        assertThat(stage.err().lines().filter(line -> line.startsWith("glimprouter:")))
                .singleElement()
                .asString()
                .contains("it cannot be reached")
                .endsWith("try again later, or put the file at " + file() + ".");
    }

    @Test
    void wrongBytesAreDeletedAndCodeThree() {
        try (TinyHub hub = TinyHub.of(WRONG)) {
            Stage stage = Stage.usual(folder).pullingFrom(hub.address());

            assertThat(stage.run("models", "pull", "tiny-small")).isEqualTo(3);

            assertThat(stage.err()).contains("instead of " + Stage.sha256(BYTES).substring(0, 8));
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void aWrongNameIsCodeTwo() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("models", "pull", "tiny-smal")).isEqualTo(2);
        assertThat(stage.run("models", "verify", "a.gguf")).isEqualTo(2);
        assertThat(stage.run("models", "remove", "http://localhost:1")).isEqualTo(2);
        assertThat(stage.run("models")).isEqualTo(2);

        assertThat(stage.err().lines())
                .satisfiesExactly(
                        near -> assertThat(near).contains("did you mean tiny-small?"),
                        path -> assertThat(path).contains("use it by its path"),
                        server -> assertThat(server).contains("name a model that models list"),
                        command -> assertThat(command).contains("list, pull, verify or remove"));
        assertThat(file()).exists();
    }

    @Test
    void theListTellsStateSizeAndPlace() throws IOException {
        Stage stage = Stage.usual(folder);
        stage.run("models", "remove", "tiny-large");
        put(other(), WRONG);

        assertThat(stage.run("models", "list")).isZero();

        assertThat(stage.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "MODEL ROLE STATE SIZE FILE",
                        "tiny-small small present 0 MB " + file(),
                        "tiny-large large missing 0 MB " + folder.resolve("tiny-large.gguf"),
                        OTHER + " - unchecked 0 MB " + other(),
                        "pair qwen-coder (default): tiny-small and tiny-large");
    }

    @Test
    void verifyReadsEveryFile() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("models", "verify")).isZero();

        assertThat(stage.out()).isEqualTo("tiny-small: right\ntiny-large: right\n");
        assertThat(stage.err()).isEqualTo("Checking tiny-small.\nChecking tiny-large.\n");
    }

    @Test
    void verifyFindsADamagedFileOfTheHub() throws IOException {
        try (TinyHub hub = TinyHub.of(BYTES)) {
            Stage stage = Stage.usual(folder).pullingFrom(hub.address());
            stage.run("models", "pull", OTHER);
            put(other(), WRONG);
            Files.setLastModifiedTime(other(), FileTime.from(Instant.now().plusSeconds(60)));

            assertThat(stage.run("models", "verify")).isEqualTo(3);

            assertThat(stage.out().lines().skip(1))
                    .containsExactly(
                            "%s: WRONG, expected %s, found %s: models pull %s brings it again"
                                    .formatted(
                                            OTHER,
                                            Stage.sha256(BYTES),
                                            Stage.sha256(WRONG),
                                            OTHER));
            assertThat(stage.run("models", "pull", OTHER)).isZero();
            assertThat(other()).hasBinaryContent(BYTES);
            assertThat(stage.run("models", "verify")).isZero();
        }
    }

    @Test
    void verifySaysWhatItCannotCheck() throws IOException {
        Stage stage = Stage.usual(folder);
        put(other(), WRONG);

        assertThat(stage.run("models", "verify")).isEqualTo(3);

        assertThat(stage.out().lines().skip(2))
                .containsExactly(
                        "%s: NOT CHECKED, no checksum is known: compare its own, %s, with what its source says"
                                .formatted(OTHER, Stage.sha256(WRONG)));
    }

    @Test
    void verifyOfAnEmptyStoreSaysSo() {
        Stage stage = Stage.usual(folder);
        stage.stocked = false;

        assertThat(stage.run("models", "verify")).isZero();
        assertThat(stage.run("models", "verify", "tiny-small")).isEqualTo(3);

        assertThat(stage.err())
                .startsWith("No model is in the store.\n")
                .contains("There is no tiny-small in " + folder + ": pull it.");
    }

    @Test
    void removeDeletesAndSaysWhetherThereWasAnything() {
        Stage stage = Stage.usual(folder);

        assertThat(stage.run("models", "remove", "tiny-small")).isZero();
        assertThat(stage.run("models", "remove", "tiny-small")).isZero();

        assertThat(stage.err())
                .isEqualTo("tiny-small is removed.\ntiny-small was not in the store.\n");
        assertThat(file()).doesNotExist();
        assertThat(folder.resolve("tiny-large.gguf")).exists();
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
