package dev.glimprouter.llamacpp.internal.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much memory a process could still take on this machine, in bytes; Linux only. */
final class FreeMemory {

    private static final String AVAILABLE = "MemAvailable:";
    private static final int KIBIBYTE = 1024;

    private FreeMemory() {}

    /** Empty where the machine does not tell. */
    static OptionalLong bytes() {
        OptionalLong machine = machine(Path.of("/proc/meminfo"));
        OptionalLong group =
                group(
                        Path.of("/sys/fs/cgroup/memory.max"),
                        Path.of("/sys/fs/cgroup/memory.current"));
        if (machine.isPresent() && group.isPresent()) {
            return OptionalLong.of(Math.min(machine.getAsLong(), group.getAsLong()));
        }
        return machine;
    }

    static OptionalLong machine(Path meminfo) {
        return lines(meminfo).stream()
                .filter(line -> line.startsWith(AVAILABLE))
                .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    static OptionalLong group(Path most, Path current) {
        List<String> limit = lines(most);
        List<String> used = lines(current);
        boolean limited = !limit.isEmpty() && !used.isEmpty() && limit.getFirst().matches("\\d+");
        return limited
                ? OptionalLong.of(
                        Long.parseLong(limit.getFirst()) - Long.parseLong(used.getFirst()))
                : OptionalLong.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unknown) {
            return List.of();
        }
    }
}
