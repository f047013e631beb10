package dev.glimprouter.models.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The note beside a model file that its bytes were read and had this checksum, in the form of the
 * {@code sha256sum} command.
 *
 * <p>A note that is older than its file is about other bytes and does not count.
 */
public final class ChecksumFile {

    private ChecksumFile() {}

    /** Writes the note. */
    public static void write(Path file, String sha256) throws IOException {
        Files.writeString(of(file), sha256 + "  " + file.getFileName() + "\n");
    }

    /** The checksum that the file had when it was last read, if that is known. */
    public static Optional<String> read(Path file) throws IOException {
        Path note = of(file);
        boolean counts =
                Files.exists(note)
                        && Files.getLastModifiedTime(note)
                                        .compareTo(Files.getLastModifiedTime(file))
                                >= 0;
        return counts ? Optional.of(Files.readString(note).split(" ", 2)[0]) : Optional.empty();
    }

    /** Deletes the note. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(of(file));
    }

    private static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }
}
