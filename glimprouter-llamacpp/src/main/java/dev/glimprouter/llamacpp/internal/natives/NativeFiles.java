package dev.glimprouter.llamacpp.internal.natives;

import dev.glimprouter.error.SetupException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The library files of one directory, in the order in which they have to be loaded.
 *
 * @param directory the absolute folder; the compute backends are loaded from it at run time
 * @param ggmlBase tensors and backends' common ground
 * @param ggml the registry of backends
 * @param llama the models
 */
public record NativeFiles(Path directory, Path ggmlBase, Path ggml, Path llama) {

    private static final Comparator<Path> PLAINEST_FIRST =
            Comparator.comparingInt((Path file) -> file.getFileName().toString().length())
                    .thenComparing(Comparator.naturalOrder());

    /**
     * Finds the libraries by the patterns of their names, as packages differ in version and
     * variant.
     *
     * @throws SetupException where one is missing
     */
    public static NativeFiles in(Path directory, Platform platform) {
        Path absolute = directory.toAbsolutePath().normalize();
        List<Path> files = list(absolute);
        return new NativeFiles(
                absolute,
                find(files, absolute, platform, "ggml-base"),
                find(files, absolute, platform, "ggml"),
                find(files, absolute, platform, "llama"));
    }

    private static Path find(List<Path> files, Path directory, Platform platform, String library) {
        Pattern names = platform.fileNames(library);
        return files.stream()
                .filter(file -> names.matcher(file.getFileName().toString()).matches())
                .min(PLAINEST_FIRST)
                .orElseThrow(() -> missing(platform.fileName(library), directory));
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (NotDirectoryException | NoSuchFileException problem) {
            throw new SetupException(
                    "The library folder " + directory + " does not exist; check --lib-dir.",
                    problem);
        } catch (IOException problem) {
            throw new SetupException(
                    "The library folder " + directory + " cannot be read: " + problem, problem);
        }
    }

    private static SetupException missing(String name, Path directory) {
        return new SetupException(
                "There is no "
                        + name
                        + " in "
                        + directory
                        + "; name the folder that holds all of llama.cpp's libraries.");
    }
}
