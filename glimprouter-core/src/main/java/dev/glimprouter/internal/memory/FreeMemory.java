package dev.glimprouter.internal.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How much memory a process could still take on this machine, in bytes; Linux only.
 *
 * <p>Caches of files give way to new work, so they count as free: {@code MemAvailable} leaves them
 * out of what is used, and of a control group's use the inactive files are taken off.
 */
public final class FreeMemory {

    private static final int KIBIBYTE = 1024;

    private FreeMemory() {}

    /** The least of what the machine and a container's limit leave; empty where neither tells. */
    public static OptionalLong bytes() {
        return under(Path.of("/"));
    }

    /** The same of a machine whose files lie under a folder. */
    static OptionalLong under(Path root) {
        return LongStream.concat(
                        machine(root.resolve("proc/meminfo")).stream(),
                        group(root.resolve("sys/fs/cgroup")).stream())
                .min();
    }

    private static OptionalLong machine(Path meminfo) {
        OptionalLong available = number(meminfo, "MemAvailable:");
        return available.isPresent()
                ? OptionalLong.of(KIBIBYTE * available.getAsLong())
                : available;
    }

    private static OptionalLong group(Path folder) {
        OptionalLong limit = number(folder.resolve("memory.max"), "");
        OptionalLong used = number(folder.resolve("memory.current"), "");
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        long cache = number(folder.resolve("memory.stat"), "inactive_file ").orElse(0);
        return OptionalLong.of(Math.max(0, limit.getAsLong() - used.getAsLong() + cache));
    }

    /** The number on the first line that begins with {@code name}. */
    private static OptionalLong number(Path file, String name) {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }
}
