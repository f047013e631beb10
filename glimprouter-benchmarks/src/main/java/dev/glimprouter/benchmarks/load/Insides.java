package dev.glimprouter.benchmarks.load;

import dev.glimprouter.benchmarks.Java;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What lives in a Java process after a full collection.
 *
 * @param heapBytes of live objects
 * @param virtualThreads that have begun and not ended
 */
record Insides(long heapBytes, int virtualThreads) {

    /** Collects, and counts. */
    static Insides of(long pid) throws IOException {
        Process jcmd =
                new ProcessBuilder(Java.tool("jcmd"), "" + pid, "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String[]> rows =
                text.lines().map(line -> line.strip().split("\\s+", -1)).toList();
        return new Insides(
                rows.stream()
                        .filter(row -> row[0].equals("Total"))
                        .mapToLong(row -> Long.parseLong(row[2]))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no histogram: " + text)),
                rows.stream()
                        .filter(row -> row.length > 3 && row[3].equals("java.lang.VirtualThread"))
                        .mapToInt(row -> Integer.parseInt(row[1]))
                        .sum());
    }

    double mebibytes() {
        return heapBytes / 1024.0 / 1024;
    }
}
