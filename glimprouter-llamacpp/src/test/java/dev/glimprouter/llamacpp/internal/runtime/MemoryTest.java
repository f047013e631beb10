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
    private static final int CONTEXT = 32_768;

    @TempDir Path directory;

    /** The cache alone has 8 MiB: 2 layers of 2 x 32 half floats for 32,768 positions. */
    @Test
    void enginesThatWereClosedTakeNoMemory() throws IOException {
        TinyGguf model = TinyGguf.DEFAULT.withContext(CONTEXT);
        for (int i = 0; i < 10; i++) {
            openAndClose(model);
        }
        long before = residentBytes();
        for (int i = 0; i < 50; i++) {
            openAndClose(model);
        }
        long growth = residentBytes() - before;

        assertThat(growth).as("bytes of 50 engines").isLessThan(50 * KIBIBYTE * KIBIBYTE);
    }

    private void openAndClose(TinyGguf model) throws IOException {
        try (LlamaEngine engine =
                        TinyEngines.open(directory, model, TinyEngines.options(CONTEXT, 1, 0));
                TokenSession session = TinyEngines.ask(engine, "one")) {
            assertThat(Reading.all(session, Reading.greedy(3)).tokens()).isNotEmpty();
        }
    }

    @Test
    void aThousandGenerationsTakeNoMoreMemoryThanAHundred() throws IOException {
        try (LlamaEngine engine = TinyEngines.open(directory, TinyGguf.DEFAULT)) {
            generate(engine, 100);
            long before = residentBytes();
            generate(engine, 1000);

            assertThat(residentBytes() - before).isLessThan(30 * KIBIBYTE * KIBIBYTE);
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
     * Resident memory without the Java heap's own growth, which a collection does not give back.
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
