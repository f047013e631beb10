package dev.glimprouter.models.internal;

import dev.glimprouter.internal.digest.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The note beside a model file that its bytes were read and had this checksum, in the form of the
 * {@code sha256sum} command.
 *
 * <p>A note that is older than its file does not say that the file is as it was; what it says can
 * still be compared.
 */
public final class ChecksumFile {

    private ChecksumFile() {}

    /** Writes the note. */
    public static void write(Path file, String sha256) throws IOException {
        Files.writeString(of(file), sha256 + "  " + file.getFileName() + "\n");
    }

    /** The checksum of the file, if it was not changed since it was read. */
    public static Optional<String> read(Path file) throws IOException {
        return isNewer(file) ? noted(file) : Optional.empty();
    }

    /** The checksum that the file had when it was read, whatever happened to it since. */
    public static Optional<String> noted(Path file) throws IOException {
        Path note = of(file);
        return Files.exists(note)
                ? Optional.of(Files.readString(note, StandardCharsets.ISO_8859_1))
                        .map(text -> text.split(" ", 2)[0])
                        .filter(Sha256::matches)
                : Optional.empty();
    }

    /** Has the note say no more that the file is as it was. */
    public static void withdraw(Path file) throws IOException {
        Path note = of(file);
        if (Files.exists(note)) {
            long changed = Files.getLastModifiedTime(file).toMillis();
            Files.setLastModifiedTime(note, FileTime.fromMillis(changed - 1000));
        }
    }

    /** Deletes the note. */
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(of(file));
    }

    private static boolean isNewer(Path file) throws IOException {
        Path note = of(file);
        return Files.exists(note)
                && Files.getLastModifiedTime(note).compareTo(Files.getLastModifiedTime(file)) >= 0;
    }

    private static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }
}
