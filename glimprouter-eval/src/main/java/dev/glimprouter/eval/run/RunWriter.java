package dev.glimprouter.eval.run;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.internal.run.RunHeaderCodec;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.internal.Json;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a run file: a header, then an entry for each finished question and repeat.
 *
 * <p>Each entry is on the disk before {@link #append} returns, so that neither a killed process nor
 * a machine without power loses a finished question; they leave at most one torn last line. Opening
 * a file that was begun under the same header cuts that off and goes on behind it. Nobody else can
 * open the file for writing meanwhile. Thread safe.
 */
public final class RunWriter implements AutoCloseable {

    private final Path path;
    private final RunFile file;
    private final Map<RunKey, Optional<Mark>> finished = new HashMap<>();
    private boolean resumed;
    private boolean broken;

    private RunWriter(Path path, RunFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Begins a file, or goes on with it.
     *
     * @param header what holds for every entry; its time is that of the first beginning
     * @throws RequestException if the file was begun under another header, with what changed, or a
     *     line in it is wrong
     * @throws SetupException if it cannot be written, another process writes it, or it is no run
     */
    public static RunWriter open(Path path, RunHeader header) {
        RunFile file = RunFile.open(path);
        try {
            RunWriter writer = new RunWriter(path, file);
            if (file.isBegun()) {
                writer.resume(header);
            } else {
                writer.begin(header);
            }
            return writer;
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private void begin(RunHeader header) {
        file.cut(0);
        file.append(Json.line(RunHeaderCodec.encode(header)));
        file.settleName();
    }

    private void resume(RunHeader header) {
        RunScan scan = RunScan.of(path);
        Optional<String> difference = HeaderDifference.between(scan.header(), header);
        if (difference.isPresent()) {
            throw new RequestException(
                    "%s was begun otherwise: %s. Run it as it was begun, or choose another folder with --out."
                            .formatted(path, difference.get()));
        }
        file.cut(scan.wholeBytes());
        finished.putAll(scan.finished());
        resumed = true;
    }

    /** Whether it went on with a file that was begun before. */
    public boolean isResumed() {
        return resumed;
    }

    /** Whether the file has an entry. */
    public synchronized boolean has(RunKey key) {
        return finished.containsKey(key);
    }

    /** How many entries the file has. */
    public synchronized int entries() {
        return finished.size();
    }

    /** The mark of each entry in the file; empty of a failed one. */
    public synchronized Map<RunKey, Optional<Mark>> finished() {
        return Map.copyOf(finished);
    }

    /**
     * Appends an entry.
     *
     * @throws SetupException if the disk does not take it; nothing can be appended any more
     * @throws IllegalStateException if the file has the entry already
     */
    public synchronized void append(RunEntry entry) {
        if (broken) {
            throw new SetupException("The run %s cannot be written any more.".formatted(path));
        }
        if (finished.containsKey(entry.key())) {
            throw new IllegalStateException(entry.key() + " is in the file already");
        }
        byte[] line = line(entry);
        broken = true; // unless the write succeeds
        file.append(line);
        broken = false;
        finished.put(entry.key(), entry.grade().map(grade -> grade.mark()));
    }

    /** The line; without its deltas, which say nothing new but the time, where it is too long. */
    private static byte[] line(RunEntry entry) {
        byte[] line = Json.line(RunEntryCodec.encode(entry));
        if (line.length <= RunLines.MAX_LINE_BYTES) {
            return line;
        }
        byte[] shorter = Json.line(RunEntryCodec.encode(entry.withTrace(shorter(entry.trace()))));
        if (shorter.length > RunLines.MAX_LINE_BYTES) {
            throw new RequestException(
                    "%s: a run cannot hold a trace of %d bytes. Lower --budget."
                            .formatted(entry.key(), shorter.length));
        }
        return shorter;
    }

    private static Trace shorter(Trace trace) {
        List<RouteEvent> events =
                trace.events().stream()
                        .filter(event -> !(event instanceof Delta || event instanceof AnswerDelta))
                        .toList();
        return new Trace(trace.header(), events, trace.skipped(), trace.torn());
    }

    /** Closes the file. */
    @Override
    public synchronized void close() {
        broken = true;
        file.close();
    }
}
