package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a context takes is known and told. */
class MemoryNeedTest {

    private static final long MEBIBYTE = 1L << 20;
    private static final Capacity CAPACITY = new Capacity(1, 0, 1024, 64, true);
    private static final MemoryNeed NEED = new MemoryNeed(3 * MEBIBYTE, MEBIBYTE);

    @Test
    void tooLittleMemoryIsRefused() {
        assertThatThrownBy(() -> NEED.check(OptionalLong.of(2 * MEBIBYTE), CAPACITY))
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "A context for 1 question of 1024 tokens takes 4 MiB of memory and 2 MiB are free: lower --context or --budget.");
        Capacity three = new Capacity(3, 0, 1024, 64, true);
        assertThatThrownBy(() -> NEED.check(OptionalLong.of(2 * MEBIBYTE), three))
                .hasMessageContaining("A context for 3 questions at a time of 1024 tokens")
                .hasMessageEndingWith("or ask fewer at a time.");
    }

    @Test
    void enoughMemoryAndUnknownMemoryAreTaken() {
        assertThatCode(() -> NEED.check(OptionalLong.of(4 * MEBIBYTE), CAPACITY))
                .doesNotThrowAnyException();
        assertThatCode(() -> NEED.check(OptionalLong.empty(), CAPACITY)).doesNotThrowAnyException();
    }

    /** A token takes a key and a value of 2 heads, 16 wide, in each of 2 layers, in half floats. */
    @Test
    void anEngineTellsWhatItsContextTakes(@TempDir Path directory) throws IOException {
        TinyEngines.library();
        Path file = TinyGguf.DEFAULT.write(directory.resolve("tiny.gguf"));
        long cache = 1024L * 2 * 2 * 2 * 16 * 2;
        long rows = 64 + 1 + 1;

        try (LlamaEngine engine =
                EmbeddedEngines.open(
                        new ModelSource.File(file, true), TinyEngines.options(1024, 1, 0))) {
            assertThat(engine.info().contextBytes())
                    .isEqualTo(cache + rows * TinyGguf.DEFAULT.vocabularySize() * Float.BYTES);
        }
    }
}
