package dev.glimprouter.eval.internal.code;

import dev.glimprouter.internal.files.Folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What one run needs on the disk; deleted at its end.
 *
 * @param folder the folder of all
 */
record RunFolder(Path folder) implements AutoCloseable {

    static RunFolder create(String source, String input) throws IOException {
        RunFolder folder = new RunFolder(Files.createTempDirectory("glimprouter-code-"));
        Files.write(folder.source(), source.getBytes(StandardCharsets.UTF_8));
        Files.write(folder.input(), input.getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.root());
        Files.createDirectory(folder.box());
        return folder;
    }

    Path source() {
        return folder.resolve("solution.py");
    }

    Path input() {
        return folder.resolve("input");
    }

    /** Where the program's own root is built. */
    Path root() {
        return folder.resolve("root");
    }

    /** Where the program runs if it has no root of its own. */
    Path box() {
        return folder.resolve("box");
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // A program without a root of its own can leave folders that nobody may enter.
        }
    }
}
