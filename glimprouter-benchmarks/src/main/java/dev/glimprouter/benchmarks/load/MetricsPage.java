package dev.glimprouter.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The gateway's metrics.
 *
 * @param lines of Prometheus's text
 */
record MetricsPage(List<String> lines) {

    private static final int PATIENCE_MILLIS = 30_000;

    static MetricsPage read(int port, String key) throws IOException {
        try (Wire wire = Wire.to(port, PATIENCE_MILLIS)) {
            wire.get("/metrics", key);
            Head head = wire.head();
            String text = new String(wire.body(head).readAllBytes(), StandardCharsets.UTF_8);
            if (head.status() != 200) {
                throw new IOException("no metrics: " + text);
            }
            return new MetricsPage(text.lines().filter(line -> !line.startsWith("#")).toList());
        }
    }

    /** The sum over all labels. */
    double sum(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    int running() {
        return (int) sum("glimprouter_requests_running");
    }

    int waiting() {
        return (int) sum("glimprouter_requests_waiting");
    }
}
