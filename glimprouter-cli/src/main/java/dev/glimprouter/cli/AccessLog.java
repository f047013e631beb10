package dev.glimprouter.cli;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.RequestReport;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where a line about each request goes. */
@FunctionalInterface
interface AccessLog {

    /** What the configuration names standard error. */
    String STANDARD_ERROR = "stderr";

    /** Takes a report; safe for use by any thread. */
    void write(RequestReport report);

    /**
     * Opens it.
     *
     * @param target {@code stderr} or a file; empty for nowhere
     * @throws SetupException if the file cannot be written
     */
    static AccessLog open(Optional<String> target, Printer err) {
        if (target.isEmpty()) {
            return _ -> {};
        }
        return target.get().equals(STANDARD_ERROR)
                ? report -> err.line(report.json())
                : new LinesOf(target.get(), err);
    }

    /**
     * A file to which each line is appended as a whole. It is opened anew each time, so that it may
     * be moved away; an interrupted thread closes nothing.
     */
    final class LinesOf implements AccessLog {

        private final String file;
        private final Printer err;
        private final AtomicBoolean told = new AtomicBoolean();

        LinesOf(String file, Printer err) {
            this.file = file;
            this.err = err;
            try {
                append("");
            } catch (IOException e) {
                throw new SetupException(
                        "%s (%s): name another file with serve.access-log."
                                .formatted(complaint(), e.getClass().getSimpleName()),
                        e);
            }
        }

        private String complaint() {
            return "Requests cannot be written to " + Visible.line(file);
        }

        @Override
        public void write(RequestReport report) {
            try {
                append(report.json() + "\n");
                told.set(false);
            } catch (IOException full) {
                if (told.compareAndSet(false, true)) {
                    err.line(complaint() + ": make room.");
                }
            }
        }

        private void append(String line) throws IOException {
            try (OutputStream out = new FileOutputStream(file, true)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
