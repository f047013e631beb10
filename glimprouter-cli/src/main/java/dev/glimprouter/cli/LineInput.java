package dev.glimprouter.cli;

import dev.glimprouter.error.RequestException;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Messages typed line by line.
 *
 * <p>A line is a message. From a keyboard, lines that are there already belong to it too: so comes
 * a pasted text. A command such as {@code /quit} is always a message of its own. Lines between two
 * lines of {@code """} are one message anywhere. Not thread safe.
 */
final class LineInput {

    private static final Pattern COMMAND = Pattern.compile("\\s*/\\w+\\s*");
    private static final String FENCE = "\"\"\"";

    private final InputStream in;
    private final boolean keyboard;
    private Optional<String> pending = Optional.empty();

    /**
     * An input.
     *
     * @param keyboard whether somebody types
     */
    LineInput(InputStream in, boolean keyboard) {
        this.in = new BufferedInputStream(in);
        this.keyboard = keyboard;
    }

    /** Whether a message is one word after a slash. */
    static boolean isCommand(String message) {
        return COMMAND.matcher(message).matches();
    }

    /**
     * The next message without outer white space, which may be empty; nothing at the end.
     *
     * @throws RequestException if it is too long, cannot be read or is not UTF-8
     */
    Optional<String> next() {
        try {
            Optional<String> line = pending.isPresent() ? pending : line();
            pending = Optional.empty();
            return line.isEmpty() ? line : Optional.of(message(line.get()).strip());
        } catch (IOException e) {
            throw new RequestException(
                    "Standard input cannot be read (%s).".formatted(e.getMessage()), e);
        }
    }

    private String message(String first) throws IOException {
        if (isCommand(first)) {
            return first;
        }
        return first.strip().equals(FENCE) ? fenced() : withPasted(first);
    }

    private String fenced() throws IOException {
        StringBuilder text = new StringBuilder();
        Optional<String> line = line();
        while (line.isPresent() && !line.get().strip().equals(FENCE)) {
            append(text, line.get() + "\n");
            line = line();
        }
        return text.toString();
    }

    private String withPasted(String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        while (keyboard && pending.isEmpty() && in.available() > 0) {
            Optional<String> more = line();
            if (more.filter(LineInput::isCommand).isPresent()) {
                pending = more;
            } else {
                append(text, "\n" + more.orElse(""));
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String line) {
        text.append(line);
        requireLength(text.length());
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        while (b >= 0 && b != '\n') {
            bytes.write(b);
            requireLength(bytes.size());
            b = in.read();
        }
        return Optional.of(Utf8.decode(bytes.toByteArray(), "Standard input"));
    }

    private static void requireLength(int length) {
        if (length > QuestionSource.MOST_BYTES) {
            throw new RequestException("The message is longer than 1 MiB: shorten it.");
        }
    }
}
