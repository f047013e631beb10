package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.question.Question;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The system message that comes before the question. */
final class InstructionOption {

    private static final int MOST_BYTES = 1 << 16;

    @Option(
            names = "--instruction",
            paramLabel = "FILE|TEXT",
            description =
                    "The system message: the content of a file if there is one of that name, else "
                            + "the text itself; '' for none (default: how to lay out steps and answer).")
    @Nullable String value;

    /** The instruction, blank for none. */
    String text() {
        if (value == null) {
            return Question.INSTRUCTION;
        }
        return file(value).map(InstructionOption::read).orElse(value);
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

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RequestException(
                        "The instruction in %s is longer than 64 KiB: shorten it.".formatted(file));
            }
            return Utf8.decode(bytes, file.toString());
        } catch (IOException e) {
            throw new RequestException(
                    "The instruction cannot be read from %s (%s): check the file, or write the text itself."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
