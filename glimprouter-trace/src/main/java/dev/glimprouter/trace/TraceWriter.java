package dev.glimprouter.trace;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.trace.internal.EventEncoder;
import dev.glimprouter.trace.internal.HeaderCodec;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.LineSource;
import dev.glimprouter.trace.internal.TraceFile;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;

/**
 * Writes the trace of one question to a file: a header, then one line per event.
 *
 * <p>Each line reaches the operating system as a whole before {@link #on} returns, so a process
 * that dies leaves valid lines and at most one torn last line. (A machine that loses power may lose
 * more: nothing is forced to the disk.) A file that holds a trace is replaced when the question
 * starts; a file that holds anything else is refused.
 *
 * <p>A failed write ends the question. A listener that shows the text goes before this one ({@link
 * RouteListener#andThen}), so that nobody loses an answer to a full disk.
 *
 * <p>Thread safe, so that a shutdown hook may close it. Events after {@link #close}, or after a
 * failed write, are ignored.
 */
public final class TraceWriter implements RouteListener, AutoCloseable {

    private enum State {
        READY,
        WRITING,
        OVER
    }

    private final TraceFile file;
    private final Clock clock;
    private final Environment environment;
    private State state = State.READY;
    private boolean closed;

    TraceWriter(Path file, Clock clock, Environment environment) {
        this.file = TraceFile.open(file);
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * Opens the file, before the question is asked.
     *
     * @param clock tells the wall-clock time in the header, in its own zone
     * @throws SetupException if the file cannot be written
     */
    public static TraceWriter open(Path file, Clock clock) {
        return new TraceWriter(file, clock, Environment.current());
    }

    /**
     * Writes an event.
     *
     * @throws SetupException if the disk does not take it; later events are ignored
     * @throws RequestException if it is longer than a line may be; later events are ignored
     * @throws IllegalStateException if the first event is not {@link Started}, or another one is
     */
    @Override
    public synchronized void on(RouteEvent event) {
        if (state == State.OVER) {
            return;
        }
        if (event instanceof Started != (state == State.READY)) {
            throw new IllegalStateException(
                    "A trace takes one question, from its start: open another one.");
        }
        state = State.OVER; // unless the write succeeds
        if (event instanceof Started started) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            TraceHeader header = TraceHeader.of(started, now, environment);
            file.begin(bounded(Json.line(HeaderCodec.encode(header))));
        }
        file.write(bounded(Json.line(EventEncoder.encode(event))));
        state = State.WRITING;
    }

    private static byte[] bounded(byte[] line) {
        if (line.length > LineSource.MAX_LINE_BYTES) {
            throw new RequestException(
                    "The trace cannot hold a line of %d bytes. Shorten the question or ask without a trace."
                            .formatted(line.length));
        }
        return line;
    }

    /** Closes the file; a new file is removed if no question was started. */
    @Override
    public synchronized void close() {
        state = State.OVER;
        if (!closed) {
            closed = true;
            file.close();
        }
    }
}
