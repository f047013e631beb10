package dev.glimprouter.report.internal;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** A file that is there whole or not at all: written beside its place and put there at the end. */
public final class WholeFile {

    private final Path path;
    private final byte[] begin;

    /**
     * A file.
     *
     * @param begin what such files begin with: only such a one is replaced
     */
    public WholeFile(Path path, String begin) {
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
            Path part =
                    path.resolveSibling(
                            ".%s.%d.part"
                                    .formatted(path.getFileName(), ProcessHandle.current().pid()));
            try {
                try (Writer writer = Files.newBufferedWriter(part)) {
                    content.writeTo(writer);
                }
                Files.move(
                        part,
                        path,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failure(e);
        }
    }

    private SetupException failure(Exception cause) {
        return new SetupException(
                "Cannot write the report %s: %s. Choose a file that can be written."
                        .formatted(path, cause),
                cause);
    }

    private boolean mayBeReplaced() throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(begin.length);
            return first.length == 0 || Arrays.equals(first, begin);
        }
    }
}
