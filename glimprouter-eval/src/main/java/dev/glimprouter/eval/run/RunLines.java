package dev.glimprouter.eval.run;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.internal.run.RunHeaderCodec;
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
 * The lines of a run file, one at a time, the header first. A last line without its line end was
 * torn by the death of its writer and is left out. Not thread safe.
 */
final class RunLines implements AutoCloseable {

    /** Longest line in bytes: some hundred thousand tokens, so a bound on memory. */
    static final int MAX_LINE_BYTES = 64 << 20;

    private final Path file;
    private final LineSource lines;
    private final RunHeader header;
    private long wholeBytes;
    private boolean torn;

    private RunLines(Path file, LineSource lines) {
        this.file = file;
        this.lines = lines;
        this.header = readHeader();
    }

    /**
     * Opens a run file and reads its header.
     *
     * @throws RequestException if it cannot be read or has no whole header
     */
    static RunLines open(Path file) {
        try {
            LineSource lines = new LineSource(Files.newInputStream(file), MAX_LINE_BYTES);
            try {
                return new RunLines(file, lines);
            } catch (RuntimeException wrong) {
                lines.close();
                throw wrong;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private RunHeader readHeader() {
        return next(RunHeaderCodec::decode)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        file + " ends within its first line: it is no run."));
    }

    RunHeader header() {
        return header;
    }

    /** Whether a torn last line was left out; known once there is no next line. */
    boolean torn() {
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
    <T> Optional<T> next(Function<Fields, T> decoding) {
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
            throw unreadable(file, e);
        }
    }

    RequestException invalid(RuntimeException cause) {
        return new RequestException(
                "%s, line %d: %s.".formatted(file, lines.number(), cause.getMessage()), cause);
    }

    private static RequestException unreadable(Path file, IOException cause) {
        String why =
                cause instanceof NoSuchFileException ? "there is no such file" : cause.toString();
        return new RequestException(
                "Cannot read the run %s: %s. Name a run file that can be read."
                        .formatted(file, why),
                cause);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
