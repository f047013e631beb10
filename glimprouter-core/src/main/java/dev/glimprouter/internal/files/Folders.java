package dev.glimprouter.internal.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Small work on whole folders; links are never followed. */
public final class Folders {

    private Folders() {}

    /** An empty folder of that name. */
    public static Path fresh(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Deletes a folder and those above it, below a root, as long as they are empty. */
    public static void deleteEmpty(@Nullable Path folder, Path root) throws IOException {
        Path each = folder;
        while (each != null && each.startsWith(root) && !each.equals(root)) {
            try {
                Files.deleteIfExists(each);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            each = each.getParent();
        }
    }

    /** Length of all files in a folder that others are changing, in bytes; roughly. */
    public static long bytes(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.mapToLong(Folders::sizeOf).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
