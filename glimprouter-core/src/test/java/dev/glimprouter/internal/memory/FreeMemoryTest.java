package dev.glimprouter.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a machine and its control group leave. */
class FreeMemoryTest {

    private static final String MEMINFO =
            """
            MemTotal:        9000 kB
            MemFree:          100 kB
            MemAvailable:    4000 kB
            """;

    @TempDir Path root;

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void group(String limit, long used, long inactiveFiles) throws IOException {
        file("sys/fs/cgroup/memory.max", limit + "\n");
        file("sys/fs/cgroup/memory.current", used + "\n");
        file(
                "sys/fs/cgroup/memory.stat",
                "anon 7\ninactive_file %d\nactive_file 9\n".formatted(inactiveFiles));
    }

    @Test
    void aMachineLeavesWhatIsAvailable() throws IOException {
        file("proc/meminfo", MEMINFO);

        assertThat(FreeMemory.under(root)).hasValue(4000 * 1024);
    }

    @Test
    void aGroupsCacheOfFilesIsFree() throws IOException {
        file("proc/meminfo", MEMINFO);
        group("1000000", 900_000, 500_000);

        assertThat(FreeMemory.under(root)).hasValue(600_000);
    }

    @Test
    void aGroupLeavesNoMoreThanTheMachine() throws IOException {
        file("proc/meminfo", MEMINFO);
        group("900000000", 1000, 0);

        assertThat(FreeMemory.under(root)).hasValue(4000 * 1024);
    }

    @Test
    void aGroupBeyondItsLimitLeavesNothing() throws IOException {
        file("proc/meminfo", MEMINFO);
        group("1000", 2000, 0);

        assertThat(FreeMemory.under(root)).hasValue(0);
    }

    @Test
    void aGroupWithoutLimitLeavesWhatTheMachineLeaves() throws IOException {
        file("proc/meminfo", MEMINFO);
        group("max", 1000, 0);

        assertThat(FreeMemory.under(root)).hasValue(4000 * 1024);
    }

    @Test
    void aMachineThatDoesNotTellIsUnknown() throws IOException {
        assertThat(FreeMemory.under(root)).isEmpty();

        file("proc/meminfo", "MemAvailable: much\n");

        assertThat(FreeMemory.under(root)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisMachineTells() {
        assertThat(FreeMemory.bytes().orElseThrow()).isPositive();
    }
}
