package dev.glimprouter.cli;

import com.sun.management.OperatingSystemMXBean;

import dev.glimprouter.internal.memory.FreeMemory;

import java.lang.management.ManagementFactory;

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
                Math.min(total, FreeMemory.bytes().orElseGet(system::getFreeMemorySize)));
    }
}
