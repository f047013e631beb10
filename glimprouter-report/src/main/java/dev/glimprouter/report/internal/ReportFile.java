package dev.glimprouter.report.internal;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.files.WholeFile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of a report, whole or not at all. */
public final class ReportFile {

    private final Path path;
    private final byte[] begin;

    /**
     * A file.
     *
     * @param begin what such files begin with: only such a one is replaced, or an empty one
     */
    public ReportFile(Path path, String begin) {
        this.path = path;
        this.begin = begin.getBytes(StandardCharsets.UTF_8);
    }

    /** What fills it. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Writes it.
     *
     * @throws SetupException if it cannot be written, or something else is in its place
     */
    public void write(Content content) {
        try {
            if (Files.exists(path) && !mayBeReplaced()) {
                throw new SetupException(
                        "%s exists and is no such report. Choose another file with --out."
                                .formatted(path));
            }
            WholeFile.write(path, out -> write(content, out));
        } catch (IOException | UncheckedIOException e) {
            throw failure(e);
        }
    }

    private static void write(Content content, OutputStream out) throws IOException {
        Writer writer =
                new BufferedWriter(
                        new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
        content.writeTo(writer);
        writer.flush();
    }

    private SetupException failure(Exception cause) {
        return new SetupException(
                "Cannot write the report %s: %s. Choose a file that can be written."
                        .formatted(path, cause),
                cause);
    }

    private boolean mayBeReplaced() throws IOException {
        return WholeFile.begins(path, begin)
                || (Files.isRegularFile(path) && Files.size(path) == 0);
    }
}
