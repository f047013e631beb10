package dev.glimprouter.benchmarks.load;

import dev.glimprouter.strategy.LargeDown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The configuration of the gateway under faults: short times, so that each limit is met, and little
 * room, so that clients have to wait.
 *
 * @param folder where it lies, and all that the gateway writes
 * @param servers addresses of two servers of small and two of large
 */
record SoakFile(Path folder, List<String> servers) {

    private static final String ROLE =
            "{model: {name: script, replicas: [%s, %s]},"
                    + " timeouts: {connect: 2s, first-token: 2s, idle: 2s, total: 60s},"
                    + " retries: {most: 3, first: 100ms, longest: 1s},"
                    + " breaker: {open: 500ms, longest: 2s}}";

    Path path() {
        return folder.resolve("router.yaml");
    }

    Path traces() {
        return folder.resolve("traces");
    }

    /** Writes it, all at once for whoever follows it. */
    void write(LargeDown largeDown) throws IOException {
        Path next = folder.resolve("next.yaml");
        Files.writeString(next, text(largeDown));
        Files.move(next, path(), StandardCopyOption.ATOMIC_MOVE);
    }

    private String text(LargeDown largeDown) {
        return """
        small: %s
        large: %s
        on-large-down: %s
        serve:
          port: 0
          parallel: 32
          queue: 12
          patience: 3s
          keep-alive: 1s
          keys: %s
          limits:
            metered: {requests-per-minute: 60, parallel: 2}
          budget-file: %s
          traces: {folder: %s}
          access-log: %s
        """
                .formatted(
                        ROLE.formatted(servers.get(0), servers.get(1)),
                        ROLE.formatted(servers.get(2), servers.get(3)),
                        largeDown.name().toLowerCase(Locale.ROOT),
                        Keys.yaml(),
                        folder.resolve("spent.jsonl"),
                        traces(),
                        folder.resolve("access.jsonl"));
    }
}
