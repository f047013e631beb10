package dev.glimprouter.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A standard stream that shows each text at once. Safe for use by several threads.
 *
 * <p>A failed write to a strict one is an {@link OutputException}; a lenient one goes quiet.
 */
final class Printer {

    private final OutputStream stream;
    private final Charset charset;
    private final boolean strict;
    private boolean broken;

    private Printer(OutputStream stream, Charset charset, boolean strict) {
        this.stream = stream;
        this.charset = charset;
        this.strict = strict;
    }

    /** For results: a failed write is an error. */
    static Printer strict(OutputStream stream, Charset charset) {
        return new Printer(stream, charset, true);
    }

    /** For everything beside results: a failed write is not worth ending the work for. */
    static Printer lenient(OutputStream stream, Charset charset) {
        return new Printer(stream, charset, false);
    }

    /** UTF-8, except on a Windows console, which has a character set of its own. */
    static Charset charset(boolean terminal) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return terminal && windows
                ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8"))
                : StandardCharsets.UTF_8;
    }

    void print(String text) {
        write(text.getBytes(charset));
    }

    void line(String text) {
        print(text + System.lineSeparator());
    }

    private synchronized void write(byte[] bytes) {
        if (broken) {
            return;
        }
        try {
            stream.write(bytes);
            stream.flush();
        } catch (IOException e) {
            broken = true;
            if (strict) {
                throw new OutputException(
                        "Standard output cannot be written ("
                                + e.getMessage()
                                + "): keep its reader open, or write the answer to a file.",
                        e);
            }
        }
    }
}
