package dev.glimprouter.cli.config;

import dev.glimprouter.error.RequestException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads short files of text that a user wrote. */
final class TextFile {

    private static final int BYTES = 1024;

    private TextFile() {}

    /**
     * The text of a file.
     *
     * @param what what it holds, for messages
     * @param mostKibibytes how long it may be
     * @throws RequestException if it cannot be read, is longer, or is not UTF-8
     */
    static String read(Path file, String what, int mostKibibytes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostKibibytes * BYTES + 1);
            if (bytes.length > mostKibibytes * BYTES) {
                throw new RequestException(
                        "The %s in %s is longer than %d KiB: shorten it."
                                .formatted(what, file, mostKibibytes));
            }
            return Utf8.decode(bytes, file.toString());
        } catch (IOException unreadable) {
            throw new RequestException(
                    "The %s cannot be read from %s (%s): check the file."
                            .formatted(what, file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }
}
