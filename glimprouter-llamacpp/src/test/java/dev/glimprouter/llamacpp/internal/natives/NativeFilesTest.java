package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class NativeFilesTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, libggml-base.so, libggml.v0.4.0.so, libllama.v0.4.0.so",
        "Linux, amd64, libggml-base.so, libggml.so, libllama.so",
        "Linux, amd64, libggml-base.so, libggml.cuda.v0.4.0.so, libllama.cuda.v0.4.0.so",
        "Mac OS X, aarch64, libggml-base.dylib, libggml.metal.v0.4.0.dylib,"
                + " libllama.metal.v0.4.0.dylib",
        "Windows 11, amd64, ggml-base.dll, ggml.v0.4.0.dll, llama.v0.4.0.dll"
    })
    void findsTheLibrariesAmongTheirNeighbours(
            String os, String arch, String base, String ggml, String llama) throws IOException {
        String[] others = {
            "libggml-cpu-zen4.so", "libllama-common.so", "llama-addon.node", "ggml-cpu-zen4.dll",
            "llama-common.dll", "libggml-metal.so", "libggml-cuda.so", "libllama-common.dylib"
        };
        create(others);
        create(base, ggml, llama);

        NativeFiles files = NativeFiles.in(directory, Platform.of(FakeMachine.of(os, arch)));

        assertThat(files)
                .isEqualTo(
                        new NativeFiles(
                                directory,
                                directory.resolve(base),
                                directory.resolve(ggml),
                                directory.resolve(llama)));
    }

    @Test
    void takesThePlainestNameWhereThereAreSeveral() throws IOException {
        create("libggml-base.so", "libggml.so", "libllama.v0.4.0.so", "libllama.so");

        assertThat(NativeFiles.in(directory, linux()).llama()).hasFileName("libllama.so");
    }

    @Test
    void namesTheMissingLibraryAndTheFolder() throws IOException {
        create("libggml-base.so", "libggml.so");

        assertThatThrownBy(() -> NativeFiles.in(directory, linux()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("libllama.so")
                .hasMessageContaining(directory.toString());
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> NativeFiles.in(directory.resolve("gone"), linux()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("does not exist");
    }

    private static Platform linux() {
        return Platform.of(FakeMachine.of("Linux", "amd64"));
    }

    private void create(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(directory.resolve(name));
        }
    }
}
