package dev.glimprouter.trace.internal;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that takes whole lines, each with one write and without a buffer of ours, so that what was
 * written survives the death of the process. Not thread safe.
 *
 * <p>Writes go past {@link java.nio.channels.FileChannel}, which an interrupted thread would close.
 */
public final class TraceFile implements AutoCloseable {

    private static final byte[] FIRST_BYTES =
            "{\"schema\":\"glimprouter.trace\"".getBytes(StandardCharsets.UTF_8);

    private final Path path;
    private final RandomAccessFile file;
    private final boolean created;
    private boolean begun;

    private TraceFile(Path path, RandomAccessFile file, boolean created) {
        this.path = path;
        this.file = file;
        this.created = created;
    }

    /**
     * Opens the file and leaves its content alone for now.
     *
     * @throws SetupException if it cannot be written, another run writes it, or it holds something
     *     that is not a trace
     */
    public static TraceFile open(Path path) {
        try {
            boolean created = !Files.exists(path);
            if (!created && !mayReplace(path)) {
                throw new SetupException(
                        "%s exists and is not a trace. Choose another file.".formatted(path));
            }
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (Files.isRegularFile(path) && !OneWriter.lock(file)) {
                file.close();
                throw new SetupException(
                        "Another run is writing the trace %s. Choose another file."
                                .formatted(path));
            }
            return new TraceFile(path, file, created);
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write the trace: %s. Choose a file that can be written."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static boolean mayReplace(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) == 0) {
            return true;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(FIRST_BYTES.length), FIRST_BYTES);
        }
    }

    /** Drops the old content and writes the first line. */
    public void begin(byte[] line) {
        begun = true;
        try {
            if (Files.isRegularFile(path)) {
                file.setLength(0);
            }
        } catch (IOException e) {
            throw writeFailure(e);
        }
        write(line);
    }

    /**
     * Writes a line.
     *
     * @throws SetupException if the disk does not take it; the file then ends in a part of the line
     */
    public void write(byte[] line) {
        try {
            file.write(line);
        } catch (IOException e) {
            throw writeFailure(e);
        }
    }

    private SetupException writeFailure(IOException cause) {
        return new SetupException(
                "Cannot go on writing the trace %s: %s. Make room or choose another file, then ask again."
                        .formatted(path, cause.getMessage()),
                cause);
    }

    /** Closes the file, and removes it if it is new and nothing was written to it. */
    @Override
    public void close() {
        try {
            file.close();
            if (created && !begun) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw writeFailure(e);
        }
    }
}
