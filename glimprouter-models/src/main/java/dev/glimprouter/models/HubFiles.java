package dev.glimprouter.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files below {@code OWNER/REPO} in a store. */
final class HubFiles {

    private HubFiles() {}

    static List<HubFile> below(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> hubFile(root.relativize(file)))
                    .flatMap(Optional::stream)
                    .distinct()
                    .sorted(java.util.Comparator.comparing(HubFile::reference))
                    .toList();
        }
    }

    private static Optional<HubFile> hubFile(Path relative) {
        String[] names =
                relative.toString().replace('\\', '/').replaceFirst("\\.part$", "").split("/", 3);
        if (names.length < 3 || !names[2].endsWith(".gguf")) {
            return Optional.empty();
        }
        try {
            return Optional.of(HubFile.ofMain(names[0], names[1], names[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
