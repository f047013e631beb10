package dev.glimprouter.cli;

import dev.glimprouter.cli.config.Utf8;
import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.RetryableException;

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
    private Optional<RequestException> problem = Optional.empty();

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
     * @throws RequestException if the message is too long or not UTF-8; it is passed over
     * @throws RetryableException if the input cannot be read
     */
    Optional<String> next() {
        problem = Optional.empty();
        try {
            Optional<String> line = pending.isPresent() ? pending : line();
            pending = Optional.empty();
            Optional<String> message =
                    line.isEmpty() ? line : Optional.of(message(line.get()).strip());
            if (problem.isPresent()) {
                throw problem.get();
            }
            return message;
        } catch (IOException e) {
            throw new RetryableException(
                    "Standard input cannot be read (%s): start the chat again."
                            .formatted(e.getMessage()),
                    e);
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

    private void append(StringBuilder text, String line) {
        if (text.length() + line.length() > QuestionSource.MOST_BYTES) {
            refuse(tooLong());
        } else {
            text.append(line);
        }
    }

    /** A whole line; an empty one in the place of one that nobody can use. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        while (b >= 0 && b != '\n') {
            if (bytes.size() <= QuestionSource.MOST_BYTES) {
                bytes.write(b);
            }
            b = in.read();
        }
        return Optional.of(text(bytes.toByteArray()));
    }

    private String text(byte[] bytes) {
        if (bytes.length > QuestionSource.MOST_BYTES) {
            refuse(tooLong());
            return "";
        }
        try {
            return Utf8.decode(bytes, "The message");
        } catch (RequestException notText) {
            refuse(notText);
            return "";
        }
    }

    private void refuse(RequestException why) {
        problem = problem.or(() -> Optional.of(why));
    }

    private static RequestException tooLong() {
        return new RequestException("The message is longer than 1 MiB: shorten it.");
    }
}
