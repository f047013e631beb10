package dev.glimprouter.trace;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.trace.internal.EventDecoder;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.HeaderCodec;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.LineSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a trace file, one event at a time, in bounded memory.
 *
 * <p>Unknown fields are ignored; events of unknown types are skipped and counted. A last line that
 * was torn by the death of its writer ends the events and is reported by {@link #torn}. Anything
 * else that is wrong is a {@link RequestException} with the file and the line. Not thread safe.
 */
public final class TraceReader implements Iterator<RouteEvent>, AutoCloseable {

    private final Path file;
    private final LineSource lines;
    private final TraceHeader header;
    private final EventDecoder decoder;
    private Optional<RouteEvent> ahead = Optional.empty();
    private int skipped;
    private boolean torn;
    private boolean ended;

    private TraceReader(Path file, LineSource lines) {
        this.file = file;
        this.lines = lines;
        this.header = readHeader();
        this.decoder = new EventDecoder(header);
    }

    /**
     * Opens a trace and reads its header.
     *
     * @throws RequestException if the file cannot be read, has no whole header, or is of a newer
     *     version
     */
    public static TraceReader open(Path file) {
        try {
            LineSource lines = new LineSource(Files.newInputStream(file));
            try {
                return new TraceReader(file, lines);
            } catch (RuntimeException wrong) {
                lines.close();
                throw wrong;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** What is known before the first step. */
    public TraceHeader header() {
        return header;
    }

    /** Events of unknown types that were skipped so far. */
    public int skipped() {
        return skipped;
    }

    /** Whether a torn last line was found; known once there is no next event. */
    public boolean torn() {
        return torn;
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && !ended) {
            Optional<byte[]> line = nextLine();
            ended = line.isEmpty();
            ahead = line.flatMap(this::event);
        }
        return ahead.isPresent();
    }

    @Override
    public RouteEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more events in " + file);
        }
        RouteEvent event = ahead.orElseThrow();
        ahead = Optional.empty();
        return event;
    }

    private TraceHeader readHeader() {
        byte[] line =
                nextLine()
                        .orElseThrow(
                                () -> new RequestException(file + " is empty: it is no trace."));
        return parse(line, HeaderCodec::decode)
                .orElseThrow(
                        () ->
                                new RequestException(
                                        file + " ends within its first line: it is no trace."));
    }

    private Optional<RouteEvent> event(byte[] line) {
        Optional<Optional<RouteEvent>> event = parse(line, decoder::decode);
        if (event.isEmpty()) {
            torn = true;
            ended = true;
        } else if (event.get().isEmpty()) {
            skipped++;
        }
        return event.flatMap(known -> known);
    }

    /** What {@code decoding} makes of the line; empty if the line is torn. */
    private <T> Optional<T> parse(byte[] line, Function<Fields, T> decoding) {
        Fields fields;
        try {
            fields = Json.read(line);
        } catch (IllegalArgumentException wrong) {
            if (lines.whole()) {
                throw invalid(wrong);
            }
            return Optional.empty();
        }
        try {
            return Optional.of(decoding.apply(fields));
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

    private static RequestException unreadable(Path file, IOException cause) {
        String why =
                cause instanceof NoSuchFileException ? "there is no such file" : cause.toString();
        return new RequestException(
                "Cannot read the trace %s: %s. Name a trace that can be read.".formatted(file, why),
                cause);
    }

    private RequestException invalid(RuntimeException cause) {
        ended = true;
        return new RequestException(
                "%s, line %d: %s.".formatted(file, lines.number(), cause.getMessage()), cause);
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
