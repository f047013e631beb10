package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What Linux tells of a process.
 *
 * @param residentKib resident memory
 * @param mostResidentKib the most that it was
 * @param threads of the system
 * @param files descriptors that are open
 */
record ProcessFacts(long residentKib, long mostResidentKib, int threads, int files) {

    static ProcessFacts of(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc/" + pid + "/status"));
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return new ProcessFacts(
                    number(status, "VmRSS:"),
                    number(status, "VmHWM:"),
                    (int) number(status, "Threads:"),
                    (int) files.count());
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    String words() {
        return "%d MiB resident, %d threads, %d descriptors"
                .formatted(residentKib >> 10, threads, files);
    }

    ProcessFacts most(ProcessFacts other) {
        return new ProcessFacts(
                Math.max(residentKib, other.residentKib),
                Math.max(mostResidentKib, other.mostResidentKib),
                Math.max(threads, other.threads),
                Math.max(files, other.files));
    }
}
