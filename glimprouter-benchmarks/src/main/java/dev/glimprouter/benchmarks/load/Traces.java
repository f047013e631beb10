package dev.glimprouter.benchmarks.load;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.trace.Trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Traces of requests that have ended. */
final class Traces {

    private Traces() {}

    /** Reads all, each of which has to be whole and to have ended, and deletes them. */
    static void clear(Path folder, Tally tally) throws IOException {
        for (Path file : files(folder)) {
            Trace trace = Trace.read(file);
            if (trace.torn() || !hasEnded(trace)) {
                tally.breach("a trace without end: " + trace.events().getLast());
            }
            tally.count("trace, " + trace.events().getLast().getClass().getSimpleName());
            Files.delete(file);
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static boolean hasEnded(Trace trace) {
        RouteEvent last = trace.events().getLast();
        return last instanceof RouteEvent.Finished
                || last instanceof RouteEvent.Cancelled
                || last instanceof RouteEvent.Failed;
    }
}
