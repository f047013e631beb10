package dev.glimprouter.gateway.internal.traces;

import dev.glimprouter.time.Cancellation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the lines of a trace, and those that are still being written. */
public final class TraceTail {

    private TraceTail() {}

    /**
     * Reads to the end, or until it is stopped.
     *
     * @param live the trace while it is being written; empty if nobody writes it
     * @param lines takes each whole line, without its end
     */
    public static void read(
            Path file, Optional<LiveTrace> live, Consumer<String> lines, Cancellation stop)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean more = true;
            while (more && !stop.isCancelled()) {
                long seen = live.map(LiveTrace::changes).orElse(0L);
                more = live.isPresent() && !live.get().isOver();
                readRest(in, line, lines);
                if (more) {
                    live.get().await(seen, stop);
                }
            }
        }
    }

    private static void readRest(InputStream in, ByteArrayOutputStream line, Consumer<String> lines)
            throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    lines.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(buffer[i]);
                }
            }
        }
    }
}
