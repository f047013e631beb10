package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.LineSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines of a file, one at a time, the header first. A last line without its line end was torn
 * by the death of its writer and is left out. Not thread safe.
 *
 * @param <H> the header
 */
public final class Lines<H> implements AutoCloseable {

    /** Longest line in bytes: some hundred thousand tokens, so a bound on memory. */
    public static final int MAX_LINE_BYTES = 64 << 20;

    private final Path file;
    private final LineSource lines;
    private final LineKind kind;
    private final H header;
    private long wholeBytes;
    private boolean torn;

    private Lines(Path file, LineKind kind, LineSource lines, Function<Fields, H> decoding) {
        this.file = file;
        this.kind = kind;
        this.lines = lines;
        this.header = readHeader(decoding);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param decoding reads the header
     * @throws RequestException if it cannot be read or has no whole header
     */
    public static <H> Lines<H> open(Path file, LineKind kind, Function<Fields, H> decoding) {
        try {
            LineSource lines = new LineSource(Files.newInputStream(file), MAX_LINE_BYTES);
            try {
                return new Lines<>(file, kind, lines, decoding);
            } catch (RuntimeException wrong) {
                lines.close();
                throw wrong;
            }
        } catch (IOException e) {
            throw unreadable(file, kind, e);
        }
    }

    private H readHeader(Function<Fields, H> decoding) {
        return next(decoding)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        "%s ends within its first line: it is no %s."
                                                .formatted(file, kind.word())));
    }

    /** What stands first. */
    public H header() {
        return header;
    }

    /** Whether a torn last line was left out; known once there is no next line. */
    public boolean torn() {
        return torn;
    }

    /** Bytes of all lines so far that were whole. */
    long wholeBytes() {
        return wholeBytes;
    }

    /**
     * What is made of the next line; empty after the last whole one.
     *
     * @throws RequestException if the line is wrong, with file and line
     */
    public <T> Optional<T> next(Function<Fields, T> decoding) {
        Optional<byte[]> line = nextLine();
        if (line.isEmpty() || !lines.whole()) {
            torn = line.isPresent();
            return Optional.empty();
        }
        try {
            T decoded = decoding.apply(Json.read(line.get()));
            wholeBytes += line.get().length + 1L;
            return Optional.of(decoded);
        } catch (IllegalArgumentException | DateTimeException | RequestException wrong) {
            throw invalid(wrong);
        }
    }

    private Optional<byte[]> nextLine() {
        try {
            return lines.next();
        } catch (IllegalArgumentException tooLong) {
            throw invalid(tooLong);
        } catch (IOException e) {
            throw unreadable(file, kind, e);
        }
    }

    /** That the line at hand is wrong. */
    RequestException invalid(RuntimeException cause) {
        return new RequestException(
                "%s, line %d: %s.".formatted(file, lines.number(), cause.getMessage()), cause);
    }

    private static RequestException unreadable(Path file, LineKind kind, IOException cause) {
        String why =
                cause instanceof NoSuchFileException ? "there is no such file" : cause.toString();
        return new RequestException(
                "Cannot read the %1$s %2$s: %3$s. Name a %1$s file that can be read."
                        .formatted(kind.word(), file, why),
                cause);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(file, kind, e);
        }
    }
}
