package dev.glimprouter.cli;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteListener;
import dev.glimprouter.trace.TraceWriter;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The trace of one question, if one was asked for. Thread safe.
 *
 * @param writer writes it
 */
record TraceFile(Optional<TraceWriter> writer) implements RouteListener, AutoCloseable {

    /**
     * Opens it.
     *
     * @throws dev.glimprouter.error.SetupException if the file cannot be written
     */
    static TraceFile open(Optional<Path> file) {
        return new TraceFile(
                file.map(path -> TraceWriter.open(path, Clock.system(ZoneId.systemDefault()))));
    }

    @Override
    public void on(RouteEvent event) {
        writer.ifPresent(open -> open.on(event));
    }

    /** Closes it; a new file is removed if no question was started. */
    @Override
    public void close() {
        writer.ifPresent(TraceWriter::close);
    }
}
