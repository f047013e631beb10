package dev.glimprouter.llamacpp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glimprouter.engine.TokenSession;
import dev.glimprouter.testkit.gguf.TinyGguf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an engine takes, it gives back. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

    private static final long KIBIBYTE = 1024;
    private static final long MEBIBYTE = 1024 * KIBIBYTE;
    private static final int CONTEXT = 32_768;

    @TempDir Path directory;

    /** One engine's cache takes 8 MiB, its weights half a MiB. */
    @Test
    void enginesThatWereClosedTakeNoMemory() throws IOException {
        Path file = TinyGguf.DEFAULT.withContext(CONTEXT).write(directory.resolve("tiny.gguf"));
        openAndClose(file, 10);
        long before = residentBytes();
        long after = before;
        for (int i = 0; i < 5; i++) {
            openAndClose(file, 10);
            after = residentBytes();
        }

        assertThat(after - before)
                .as("bytes that 50 engines left behind")
                .isLessThan(20 * MEBIBYTE);
    }

    private static void openAndClose(Path file, int times) {
        EngineOpener opener =
                new EngineOpener(TinyEngines.library(), TinyEngines.options(CONTEXT, 1, 0));
        for (int i = 0; i < times; i++) {
            try (LlamaEngine engine = opener.open(file, "tiny", _ -> (_, _) -> new int[] {65, 66});
                    TokenSession session = TinyEngines.ask(engine, "one")) {
                assertThat(Reading.all(session, Reading.greedy(3)).tokens()).isNotEmpty();
            }
        }
    }

    @Test
    void aThousandGenerationsTakeNoMoreMemoryThanAHundred() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT)) {
            generate(engine, 100);
            long before = residentBytes();
            long after = before;
            for (int i = 0; i < 9; i++) {
                generate(engine, 100);
                after = residentBytes();
            }

            assertThat(after - before).isLessThan(20 * MEBIBYTE);
        }
    }

    private static void generate(LlamaEngine engine, int times) {
        for (int i = 0; i < times; i++) {
            try (TokenSession session = TinyEngines.ask(engine, "question " + i)) {
                Reading.all(session, Reading.drawn(3, i));
            }
        }
    }

    /**
     * Resident memory of this process after a collection. It holds the Java heap, which does not
     * shrink: what grew it once must be done before one measures.
     */
    private static long residentBytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                .findFirst()
                .orElseThrow();
    }
}
