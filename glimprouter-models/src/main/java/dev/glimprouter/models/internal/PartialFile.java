package dev.glimprouter.models.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is still arriving: a correct beginning of the final file, under another name.
 *
 * <p>Beside it lies the entity tag of the answer it came from, so that it is only continued with
 * bytes of the same version.
 */
public final class PartialFile implements AutoCloseable {

    private final Path path;
    private final Path tag;
    private final FileChannel channel;

    private PartialFile(Path path, Path tag, FileChannel channel) {
        this.path = path;
        this.tag = tag;
        this.channel = channel;
    }

    /** Where the beginning of a file is kept. */
    public static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** Opens what is there of a file, which may be nothing. */
    public static PartialFile open(Path file) throws IOException {
        Path path = of(file.toAbsolutePath());
        Files.createDirectories(path.getParent());
        FileChannel channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        channel.position(channel.size());
        return new PartialFile(path, tagOf(file), channel);
    }

    /** Deletes what is there of a file. */
    public static void discard(Path file) throws IOException {
        Files.deleteIfExists(of(file));
        Files.deleteIfExists(tagOf(file));
    }

    private static Path tagOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part.etag");
    }

    Path path() {
        return path;
    }

    Path folder() {
        return Objects.requireNonNull(path.getParent());
    }

    /** Bytes that are here. */
    public long size() throws IOException {
        return channel.size();
    }

    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void truncate(long size) throws IOException {
        channel.truncate(size).position(size);
        if (size == 0) {
            Files.deleteIfExists(tag);
        }
    }

    Optional<String> tag() throws IOException {
        return Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
    }

    void setTag(String value) throws IOException {
        Files.writeString(tag, value);
    }

    /** Gives the complete and checked file its final name, in one step. */
    public void promote(Path file) throws IOException {
        channel.force(true);
        channel.close();
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(tag);
    }

    /** Deletes what has arrived. */
    public void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(tag);
    }

    /** Leaves what is there for the next time. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (Files.exists(path) && Files.size(path) == 0) {
            discard();
        }
    }
}
