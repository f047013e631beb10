package dev.glimprouter.llamacpp.internal.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.testkit.gguf.BrokenGguf;
import dev.glimprouter.testkit.gguf.TinyGguf;
import dev.glimprouter.testkit.memory.Allocation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/** 500 files with random faults: each is read or refused, quickly and in little memory. */
class BrokenFilesTest {

    private static final int FILES_A_TEST = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The reader's own buffers and a tiny model's metadata take about half of this. */
    private static final long MOST_BYTES = 2_000_000;

    private static final BrokenGguf QWEN = new BrokenGguf(TinyGguf.DEFAULT);
    private static final BrokenGguf LLAMA =
            new BrokenGguf(TinyGguf.DEFAULT.withArchitecture("llama"));

    @TempDir Path directory;

    /** So that what the first run loads is not counted. */
    @BeforeEach
    void warmUp() throws IOException {
        Path file = directory.resolve("f.gguf");
        readOrRefuse(TinyGguf.DEFAULT.write(file), -1);
        readOrRefuse(Files.writeString(file, "broken"), -1);
    }

    static LongStream firstSeeds() {
        return LongStream.iterate(0, seed -> seed < 500, seed -> seed + FILES_A_TEST);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void everyBrokenFileIsReadOrRefused(long firstSeed) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    for (long seed = firstSeed; seed < firstSeed + FILES_A_TEST; seed++) {
                        check(seed);
                    }
                });
    }

    private void check(long seed) throws IOException {
        byte[] broken = (seed % 2 == 0 ? QWEN : LLAMA).bytes(seed);
        Path file = Files.write(directory.resolve("f.gguf"), broken);

        long bytes = Allocation.bytes(() -> readOrRefuse(file, seed));

        assertThat(bytes).as("bytes allocated for seed %d", seed).isLessThan(MOST_BYTES);
    }

    private static void readOrRefuse(Path file, long seed) {
        try {
            assertThat(GgufFile.read(file).shape().layers()).isPositive();
        } catch (SetupException refused) {
            assertThat(refused.getMessage())
                    .as("seed %d", seed)
                    .isNotBlank()
                    .doesNotContain("\n")
                    .hasSizeLessThan(500);
        }
    }
}
