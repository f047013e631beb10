package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class NativeLibrariesTest {

    @TempDir Path cache;
    @TempDir Path other;

    private final FakeNatives packed = FakeNatives.linux();
    private FakeMachine machine = FakeMachine.of("Linux", "amd64");

    @BeforeEach
    void pointTheCacheAtATemporaryFolder() {
        machine = machine.withEnvironment("GLIMPROUTER_CACHE", cache.toString());
    }

    @Test
    void unpacksThePackedNativesIntoTheCache() throws IOException {
        NativeFiles files = libraries(packed).locate(Optional.empty());

        assertThat(files.directory()).isEqualTo(unpacked());
        assertThat(files.llama()).hasContent("llama");
        assertThat(names(unpacked())).hasSize(4).contains("libggml-cpu-zen4.so");
        assertThat(names(cache.resolve("natives"))).containsExactly(packed.index().id(), "lock");
    }

    @Test
    void usesWhatIsUnpackedAlready() throws IOException {
        libraries(packed).locate(Optional.empty());
        Files.writeString(unpacked().resolve("mark"), "untouched");

        libraries(packed).locate(Optional.empty());

        assertThat(unpacked().resolve("mark")).exists();
    }

    @Test
    void unpacksAgainWhereAFileIsTornOrMissing() throws IOException {
        NativeFiles first = libraries(packed).locate(Optional.empty());
        Files.writeString(first.llama(), "ll");
        Files.delete(first.ggml());

        NativeFiles again = libraries(packed).locate(Optional.empty());

        assertThat(again.llama()).hasContent("llama");
        assertThat(again.ggml()).hasContent("ggml");
    }

    @Test
    void clearsWhatADeadProcessLeftHalfUnpacked() throws IOException {
        Path partial = cache.resolve("natives").resolve(packed.index().id() + ".partial");
        Files.createDirectories(partial);
        Files.writeString(partial.resolve("libggml-base.so"), "ba");

        NativeFiles files = libraries(packed).locate(Optional.empty());

        assertThat(files.ggmlBase()).hasContent("base");
        assertThat(partial).doesNotExist();
    }

    @Test
    void manyThreadsAtOnceGetTheSameWholeFolder() throws Exception {
        Callable<NativeFiles> locate = () -> libraries(packed).locate(Optional.empty());
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<NativeFiles> found = new ArrayList<>();
            for (Future<NativeFiles> future :
                    threads.invokeAll(Stream.generate(() -> locate).limit(32).toList())) {
                found.add(future.get());
            }
            assertThat(found).hasSize(32).containsOnly(NativeFiles.in(unpacked(), linux()));
        }
    }

    @Test
    void refusesPackedContentThatDiffersFromItsIndex() {
        FakeNatives wrong = packed.with("libllama.v0.4.0.so", "lama!");

        assertThatThrownBy(() -> libraries(wrong).locate(Optional.empty()))
                .isInstanceOf(SetupException.class)
                .hasMessage("The packed libllama.v0.4.0.so is damaged; build the project again.");
        assertThat(unpacked()).doesNotExist();
    }

    @Test
    void refusesAnIndexThatNamesWhatIsNotPacked() {
        FakeNatives lacking = packed.without("libggml-cpu-zen4.so");

        assertThatThrownBy(() -> libraries(lacking).locate(Optional.empty()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("libggml-cpu-zen4.so is damaged");
    }

    @Test
    void refusesAnIndexThatPointsOutOfItsFolder() {
        String line = "0".repeat(64) + " 4 ../evil.so\n";
        FakeNatives evil = packed.with("index.txt", line);

        assertThatThrownBy(() -> libraries(evil).locate(Optional.empty()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aFolderGivenByTheCallerWins() throws IOException {
        fill(other);
        machine = machine.withEnvironment("GLIMPROUTER_LIB_DIR", "/nowhere");

        NativeFiles files = libraries(packed).locate(Optional.of(other));

        assertThat(files.directory()).isEqualTo(other);
        assertThat(names(cache)).isEmpty();
    }

    @Test
    void theEnvironmentsFolderComesNext() throws IOException {
        fill(other);
        machine = machine.withEnvironment("GLIMPROUTER_LIB_DIR", other.toString());

        assertThat(libraries(packed).locate(Optional.empty()).directory()).isEqualTo(other);
    }

    @Test
    void withoutPackedNativesTheMessageSaysHowToGetThem() {
        NativeLibraries none = libraries(packed.without("index.txt"));

        assertThat(none.arePacked()).isFalse();
        assertThatThrownBy(() -> none.locate(Optional.empty()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining(
                        "npm install --ignore-scripts --no-save --prefix "
                                + cache.resolve("npm")
                                + " @node-llama-cpp/linux-x64@3.21.1")
                .hasMessageContaining(
                        "--lib-dir "
                                + cache.resolve(
                                        "npm/node_modules/@node-llama-cpp/linux-x64/bins/linux-x64"));
    }

    @Test
    void aCacheThatCannotBeWrittenSaysWhatToSet() throws IOException {
        Files.createFile(cache.resolve("natives"));

        assertThatThrownBy(() -> libraries(packed).locate(Optional.empty()))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("set GLIMPROUTER_CACHE")
                .hasMessageContaining(cache.toString());
    }

    @Test
    void theNativesOfThisBuildUnpackWhereTheyArePacked() {
        var libraries = new NativeLibraries(new RealMachine(cache), PackedNatives.ofThisBuild());
        RealMachine.requirePacked(libraries);

        NativeFiles files = libraries.locate(Optional.empty());

        assertThat(files.llama()).isNotEmptyFile();
        assertThat(files.directory().getParent()).isEqualTo(cache.resolve("natives"));
    }

    private NativeLibraries libraries(PackedNatives natives) {
        return new NativeLibraries(machine, natives);
    }

    private Path unpacked() {
        return cache.resolve("natives").resolve(packed.index().id());
    }

    private static Platform linux() {
        return Platform.of(FakeMachine.of("Linux", "amd64"));
    }

    private static void fill(Path folder) throws IOException {
        for (String name : List.of("libggml-base.so", "libggml.so", "libllama.so")) {
            Files.createFile(folder.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
