package dev.glimprouter.trace;

import dev.glimprouter.event.RouteEvent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole trace in memory.
 *
 * @param header what is known before the first step
 * @param events the events in order
 * @param skipped how many events of unknown types were left out
 * @param torn whether a torn last line was left out
 */
public record Trace(TraceHeader header, List<RouteEvent> events, int skipped, boolean torn) {

    /** Copies the list. */
    public Trace {
        events = List.copyOf(events);
    }

    /**
     * Reads a trace file.
     *
     * @throws dev.glimprouter.error.RequestException if it cannot be read or is not a trace
     */
    public static Trace read(Path file) {
        try (TraceReader reader = TraceReader.open(file)) {
            List<RouteEvent> events = new ArrayList<>();
            reader.forEachRemaining(events::add);
            return new Trace(reader.header(), events, reader.skipped(), reader.torn());
        }
    }

    /** What it adds up to. */
    public TraceSummary summary() {
        return TraceSummary.of(events);
    }
}
