package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.ffm.FakeLibrary;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.ffm.NativeLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;

/** What a library sees while models are opened, and that a failure leaves nothing behind in it. */
class EngineOpenerTest {

    @TempDir Path directory;

    @Test
    void aFailureAfterTheContextFreesContextAndModel() {
        Path file = library("#define POOL (void *) 0\n");

        assertThatThrownBy(() -> open(load(file), 1))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("--threads");

        assertThat(count(file, "contexts")).isZero();
        assertThat(count(file, "models")).isZero();
    }

    @Test
    void aModelThatWritesNoTextIsRefusedAndFreed() {
        Path file = library("#define DECODER 0\n");

        assertThatThrownBy(() -> open(load(file), 1))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("tiny cannot generate text");

        assertThat(count(file, "models")).isZero();
    }

    @Test
    void allContextsOfOneSizeComputeOnOnePool() {
        Path file = library("");
        Llama library = load(file);
        try (LlamaEngine one = open(library, 2);
                LlamaEngine two = open(library, 2)) {
            assertThat(one).isNotSameAs(two);
            assertThat(count(file, "attached")).isEqualTo(2);
            assertThat(count(file, "foreign")).isZero();
            assertThat(count(file, "pools")).isEqualTo(1);
        }
        open(library, 3).close();

        assertThat(count(file, "attached")).isEqualTo(3);
        assertThat(count(file, "foreign")).isEqualTo(1);
        assertThat(count(file, "contexts")).isZero();
        assertThat(count(file, "models")).isZero();
    }

    @Test
    void whatBackendsComplainOfWhileTheyAreLoadedIsHeard() {
        NativeLog.clear();

        load(library(""));

        assertThat(NativeLog.last()).isEqualTo("a backend is missing");
    }

    private Path library(String change) {
        return FakeLibrary.compile(directory, change + FakeLibrary.WHOLE);
    }

    private Llama load(Path file) {
        return new Llama(directory, file, file, file);
    }

    private LlamaEngine open(Llama library, int threads) {
        EngineOptions options =
                new EngineOptions(
                        64, 1, 0, threads, 0, Optional.empty(), Optional.empty(), _ -> {});
        return new EngineOpener(library, options)
                .open(directory.resolve("tiny"), "tiny", _ -> (_, _) -> new int[] {1});
    }

    private static int count(Path library, String name) {
        try (Arena arena = Arena.ofConfined()) {
            return SymbolLookup.libraryLookup(library, arena)
                    .findOrThrow(name)
                    .reinterpret(Integer.BYTES)
                    .get(JAVA_INT, 0);
        }
    }
}
