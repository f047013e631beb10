package dev.glimprouter.cli.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The system message that comes before the question, as one writes it. */
public final class Instruction {

    private static final int MOST_KIBIBYTES = 64;

    private Instruction() {}

    /**
     * The instruction, blank for none.
     *
     * @param value the content of a file if there is one of that name, else the text itself
     * @throws dev.glimprouter.error.RequestException if that file cannot be read
     */
    public static String text(String value) {
        return file(value)
                .map(file -> TextFile.read(file, "instruction", MOST_KIBIBYTES))
                .orElse(value);
    }

    private static Optional<Path> file(String name) {
        try {
            return Optional.of(name)
                    .filter(text -> !text.isBlank())
                    .map(Path::of)
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException isText) {
            return Optional.empty();
        }
    }
}
