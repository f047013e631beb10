package dev.glimprouter.benchmarks.load;

import dev.glimprouter.benchmarks.Java;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * What lives in a Java process after a full collection.
 *
 * @param heapBytes of live objects
 * @param virtualThreads that have begun and not ended
 */
record Insides(long heapBytes, int virtualThreads) {

    private static final int NAME = 3;

    /** Stands where dead objects are not worth moving the live ones. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    /** Collects, and counts. */
    static Insides of(long pid) throws IOException {
        Process jcmd =
                new ProcessBuilder(Java.tool("jcmd"), "" + pid, "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String[]> rows = text.lines().map(line -> line.strip().split("\\s+", -1)).toList();
        long total =
                rows.stream()
                        .filter(row -> row[0].equals("Total"))
                        .mapToLong(row -> Long.parseLong(row[2]))
                        .findFirst()
                        .orElseThrow(() -> new IOException("no histogram: " + text));
        return new Insides(
                total - sum(rows, 2, name -> name.contains(FILLER)),
                (int) sum(rows, 1, "java.lang.VirtualThread"::equals));
    }

    private static long sum(List<String[]> rows, int column, Predicate<String> wanted) {
        return rows.stream()
                .filter(row -> row.length > NAME && wanted.test(row[NAME]))
                .mapToLong(row -> Long.parseLong(row[column]))
                .sum();
    }

    double mebibytes() {
        return heapBytes / 1024.0 / 1024;
    }
}
