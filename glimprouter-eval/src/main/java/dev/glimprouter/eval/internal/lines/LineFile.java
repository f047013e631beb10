package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.error.SetupException;
import dev.glimprouter.trace.internal.WriteLock;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A locked file that takes whole lines, each on the disk before the call returns. Not thread safe.
 *
 * <p>As with traces, writes go past {@link FileChannel}, which an interrupted thread would close.
 */
final class LineFile implements AutoCloseable {

    private final Path path;
    private final LineKind kind;
    private final WriteLock lock;
    private final RandomAccessFile file;

    private LineFile(Path path, LineKind kind, WriteLock lock, RandomAccessFile file) {
        this.path = path;
        this.kind = kind;
        this.lock = lock;
        this.file = file;
    }

    /**
     * Opens a file, made with its folders where it is missing.
     *
     * @throws SetupException if it cannot be written, another process writes it, or it holds
     *     something of another kind
     */
    static LineFile open(Path path, LineKind kind) {
        Path whole = path.toAbsolutePath();
        try {
            Files.createDirectories(whole.getParent());
            if (Files.exists(whole) && !mayBe(kind, whole)) {
                throw new SetupException(
                        "%s exists and is not a %s. Choose another folder."
                                .formatted(path, kind.word()));
            }
            WriteLock lock = WriteLock.take(whole).orElseThrow(() -> taken(path, kind));
            try {
                return new LineFile(path, kind, lock, new RandomAccessFile(whole.toFile(), "rw"));
            } catch (IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SetupException(
                    "Cannot write the %s %s: %s. Choose a folder that can be written."
                            .formatted(kind.word(), path, e.getMessage()),
                    e);
        }
    }

    private static SetupException taken(Path path, LineKind kind) {
        return new SetupException(
                "Another process is writing the %s %s. Wait for it, or choose another folder."
                        .formatted(kind.word(), path));
    }

    /** Whether it begins as its kind does, or is the torn beginning of one. */
    private static boolean mayBe(LineKind kind, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begins = kind.firstBytes();
            byte[] first = in.readNBytes(begins.length);
            return Arrays.equals(first, Arrays.copyOf(begins, first.length));
        }
    }

    /** Whether it has a whole first line. */
    boolean isBegun() {
        try (InputStream in = Files.newInputStream(path)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw writeFailure(e);
        }
    }

    /** Cuts off all behind so many bytes; the next line goes there. */
    void cut(long bytes) {
        try {
            file.setLength(bytes);
            file.seek(bytes);
        } catch (IOException e) {
            throw writeFailure(e);
        }
    }

    /**
     * Appends a line.
     *
     * @throws SetupException if the disk does not take it; the file then ends in a part of the line
     */
    void append(byte[] line) {
        try {
            file.write(line);
            file.getFD().sync();
        } catch (IOException e) {
            throw writeFailure(e);
        }
    }

    /** Has the disk remember that the file is there, where the system lets a folder be forced. */
    void settleName() {
        try (FileChannel folder =
                FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notHere) {
            // Windows opens no folder, and needs no such thing.
        }
    }

    private SetupException writeFailure(IOException cause) {
        return new SetupException(
                "Cannot go on writing the %s %s: %s. Make room, then run the same command again."
                        .formatted(kind.word(), path, cause.getMessage()),
                cause);
    }

    @Override
    public void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw writeFailure(e);
        }
    }
}
