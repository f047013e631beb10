package dev.glimprouter.cli;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The machine as this process may use it.
 *
 * @param java version of the Java runtime
 * @param home folder of the Java runtime
 * @param os name, version and architecture
 * @param cores processors, a container's limit observed
 * @param totalBytes memory, a container's limit observed
 * @param freeBytes memory that new work may take, caches that give way included
 */
record MachineFacts(
        String java, String home, String os, int cores, long totalBytes, long freeBytes) {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Path CGROUP_USED = Path.of("/sys/fs/cgroup/memory.current");
    private static final Path CGROUP_STAT = Path.of("/sys/fs/cgroup/memory.stat");

    /** This machine. */
    static MachineFacts local() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = system.getTotalMemorySize();
        return new MachineFacts(
                Runtime.version().toString(),
                System.getProperty("java.home", ""),
                "%s %s, %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                total,
                Math.min(total, freeBytes(system, total)));
    }

    private static long freeBytes(OperatingSystemMXBean system, long total) {
        OptionalLong available = kilobytes(MEMINFO, "MemAvailable:");
        OptionalLong physical = kilobytes(MEMINFO, "MemTotal:");
        if (available.isEmpty() || physical.isEmpty()) {
            return system.getFreeMemorySize();
        }
        boolean limited = total < physical.getAsLong();
        OptionalLong used = limited ? value(CGROUP_USED, "") : OptionalLong.empty();
        if (used.isEmpty()) {
            return available.getAsLong();
        }
        long cache = value(CGROUP_STAT, "inactive_file ").orElse(0);
        return Math.min(available.getAsLong(), total - used.getAsLong() + cache);
    }

    private static OptionalLong kilobytes(Path file, String name) {
        OptionalLong value = value(file, name);
        return value.isEmpty() ? value : OptionalLong.of(1024 * value.getAsLong());
    }

    /** The number after a name at the beginning of a line. */
    private static OptionalLong value(Path file, String name) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | NumberFormatException unknownHere) {
            return OptionalLong.empty();
        }
    }
}
