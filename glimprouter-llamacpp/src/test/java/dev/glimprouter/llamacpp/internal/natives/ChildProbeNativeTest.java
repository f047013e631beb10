package dev.glimprouter.llamacpp.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.gguf.GgufWriter;
import dev.glimprouter.testkit.gguf.MetadataValue;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The probe with real processes and real libllama; the files never meet our own reader. */
class ChildProbeNativeTest {

    @TempDir Path directory;

    @Test
    void aSoundModelPassesAndIsRemembered() throws IOException {
        probe(_ -> {});

        assertThat(directory.resolve("cache/probed")).isNotEmptyDirectory();
    }

    @Test
    void aModelThatMakesLlamaCppAbortTakesOnlyTheChildDown() {
        assertThatThrownBy(() -> probe(w -> w.put("qwen2.block_count", MetadataValue.u32(0))))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("GGML_ASSERT(hparams.n_layer_all > 0");
    }

    @Test
    void aModelThatLlamaCppRefusesIsRefused() {
        assertThatThrownBy(() -> probe(w -> w.removeTensor("output_norm.weight")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("does not run with llama.cpp")
                .hasMessageContaining("(exit code 1)");
    }

    private void probe(Consumer<GgufWriter> change) throws IOException {
        Machine machine = new RealMachine(directory.resolve("cache"));
        var libraries = new NativeLibraries(machine, PackedNatives.ofThisBuild());
        RealMachine.requirePacked(libraries);
        GgufWriter writer = TinyGguf.DEFAULT.writer();
        change.accept(writer);
        Path model = Files.write(directory.resolve("tiny.gguf"), writer.bytes());
        new ChildProbe(machine, ProcessRunner.local())
                .check(libraries.locate(Optional.empty()), model);
    }
}
