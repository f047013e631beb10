package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

class ChildProbeTest {

    private static final ProcessRunner.Ending GOOD =
            new ProcessRunner.Ending(OptionalInt.of(0), "");

    @TempDir Path directory;

    private final List<List<String>> commands = new ArrayList<>();
    private FakeMachine machine = FakeMachine.of("Linux", "amd64");

    @BeforeEach
    void pointTheCacheAtATemporaryFolder() {
        machine = machine.withEnvironment("GLIMPROUTER_CACHE", cache().toString());
    }

    @Test
    void runsTheProbeWithLibrariesAndModel() throws IOException {
        probe(GOOD).check(libraries(), model("weights"));

        assertThat(commands).hasSize(1);
        assertThat(commands.getFirst())
                .contains("-Xmx128m", "-XX:+SuppressFatalErrorMessage")
                .containsSubsequence(
                        directory.toString(), directory.resolve("model.gguf").toString())
                .anyMatch(word -> word.endsWith(ChildProbe.MAIN_CLASS))
                .anyMatch(word -> word.startsWith("--enable-native-access="));
    }

    @Test
    void remembersAFileThatPassed() throws IOException {
        ChildProbe probe = probe(GOOD);
        probe.check(libraries(), model("weights"));
        probe.check(libraries(), directory.resolve("model.gguf"));

        assertThat(commands).hasSize(1);
    }

    @Test
    void triesAgainWhatHasOtherContent() throws IOException {
        ChildProbe probe = probe(GOOD);
        probe.check(libraries(), model("weights"));
        probe.check(libraries(), model("WEIGHTS"));

        assertThat(commands).hasSize(2);
    }

    @Test
    void triesAgainWithAnotherLibrary() throws IOException {
        ChildProbe probe = probe(GOOD);
        probe.check(libraries(), model("weights"));
        NativeFiles other = libraries();
        Files.writeString(other.llama(), "another build");
        probe.check(other, directory.resolve("model.gguf"));

        assertThat(commands).hasSize(2);
    }

    @Test
    void passesOnTheReasonOfARefusal() throws IOException {
        Path model = model("weights");
        ChildProbe probe = probe(ending(1, "unknown model architecture: 'x'"));

        assertThatThrownBy(() -> probe.check(libraries(), model))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "The model file "
                                + model
                                + " does not run with llama.cpp: unknown model architecture: 'x'"
                                + " (exit code 1); take another file.");
    }

    @Test
    void aDeadChildBecomesAnError() throws IOException {
        Path model = model("weights");
        ChildProbe probe = probe(ending(134, "GGML_ASSERT(n_layer > 0) failed"));

        assertThatThrownBy(() -> probe.check(libraries(), model))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("GGML_ASSERT(n_layer > 0) failed (exit code 134)");
    }

    @Test
    void aSilentDeathStillReadsWell() throws IOException {
        Path model = model("weights");

        assertThatThrownBy(() -> probe(ending(139, "")).check(libraries(), model))
                .hasMessageContaining("llama.cpp: no reason given (exit code 139)");
    }

    @Test
    void doesNotRememberAFailure() throws IOException {
        Path model = model("weights");
        NativeFiles libraries = libraries();
        assertThatThrownBy(() -> probe(ending(137, "")).check(libraries, model))
                .isInstanceOf(SetupException.class);

        probe(GOOD).check(libraries, model);

        assertThat(commands).hasSize(2);
    }

    @Test
    void saysThatTheTimeWasUp() throws IOException {
        Path model = model("weights");
        var late = new ProcessRunner.Ending(OptionalInt.empty(), "loading");

        assertThatThrownBy(() -> probe(late).check(libraries(), model))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("wrote no token within 60 s")
                .hasMessageContaining("faster disk");
    }

    @Test
    void aBigFileMayTakeLonger() throws IOException {
        Path model = model("weights");
        try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        var late = new ProcessRunner.Ending(OptionalInt.empty(), "loading");
        Duration longest = Duration.ofSeconds(60 + 51);
        ChildProbe probe =
                new ChildProbe(
                        machine,
                        (_, given) -> {
                            assertThat(given).isEqualTo(longest);
                            return late;
                        });

        assertThatThrownBy(() -> probe.check(libraries(), model))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("wrote no token within 111 s");
    }

    @Test
    void anInterruptCancelsAndStaysSet() throws IOException {
        Path model = model("weights");
        ChildProbe probe =
                new ChildProbe(
                        machine,
                        (_, _) -> {
                            throw new InterruptedException();
                        });

        assertThatThrownBy(() -> probe.check(libraries(), model))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aProcessThatCannotStartIsASetupError() throws IOException {
        Path model = model("weights");
        ChildProbe probe =
                new ChildProbe(
                        machine,
                        (_, _) -> {
                            throw new IOException("no such program");
                        });

        assertThatThrownBy(() -> probe.check(libraries(), model))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("no such program");
    }

    @Test
    void worksWithoutACacheThatCanBeWritten() throws IOException {
        Files.createFile(cache());

        probe(GOOD).check(libraries(), model("weights"));

        assertThat(commands).hasSize(1);
    }

    private ChildProbe probe(ProcessRunner.Ending ending) {
        return new ChildProbe(
                machine,
                (command, longest) -> {
                    assertThat(longest).isEqualTo(Duration.ofSeconds(60));
                    commands.add(command);
                    return ending;
                });
    }

    private static ProcessRunner.Ending ending(int code, String lastLine) {
        return new ProcessRunner.Ending(OptionalInt.of(code), lastLine);
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    private NativeFiles libraries() throws IOException {
        for (String name : List.of("libggml-base.so", "libggml.so", "libllama.so")) {
            Files.writeString(directory.resolve(name), name);
        }
        Files.setLastModifiedTime(directory.resolve("libllama.so"), FileTime.fromMillis(0));
        return NativeFiles.in(directory, Platform.of(machine));
    }

    private Path model(String content) throws IOException {
        return Files.writeString(directory.resolve("model.gguf"), content);
    }
}
