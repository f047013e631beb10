package dev.glimprouter.eval.grade.code;

import dev.glimprouter.error.RequestException;

import java.time.Duration;

/**
 * What a program may use while one test runs.
 *
 * @param wall longest time from its start to its end
 * @param cpuSeconds processor time of each of its processes
 * @param memoryBytes address space of each of its processes
 * @param processes processes and threads at the same time, its first one counted
 * @param fileBytes all that it may keep in its folder, which is in memory
 * @param outputBytes what it may write to standard output
 */
public record CodeLimits(
        Duration wall,
        int cpuSeconds,
        long memoryBytes,
        int processes,
        long fileBytes,
        int outputBytes) {

    private static final long LEAST_MEMORY = 64L << 20;

    /** 6 s, as LiveCodeBench gives; 7 s of processor, 1 GiB, 4 processes, 16 MiB, 16 MiB. */
    public static final CodeLimits DEFAULT =
            new CodeLimits(Duration.ofSeconds(6), 7, 1L << 30, 4, 16L << 20, 16 << 20);

    /** Checks that Python can live under them. */
    public CodeLimits {
        if (wall.compareTo(Duration.ofMillis(100)) < 0 || cpuSeconds < 1) {
            throw new RequestException("A test needs at least 100 ms and one second of processor.");
        }
        if (memoryBytes < LEAST_MEMORY) {
            throw new RequestException("Python needs at least 64 MiB of memory.");
        }
        if (processes < 1 || fileBytes < 1 << 16 || outputBytes < 1) {
            throw new RequestException(
                    "A test needs a process, 64 KiB for files and a byte of output at least.");
        }
    }
}
