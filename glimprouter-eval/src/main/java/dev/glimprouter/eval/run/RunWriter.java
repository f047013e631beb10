package dev.glimprouter.eval.run;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.internal.lines.LineWriter;
import dev.glimprouter.eval.internal.lines.Lines;
import dev.glimprouter.eval.internal.run.RunHeaderCodec;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.internal.Json;

import java.nio.file.Path;
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

    private static final LineWriter.Form<RunKey, Optional<Mark>> FORM =
            new LineWriter.Form<>(
                    RunHeaderCodec.KIND,
                    from -> RunHeaderCodec.encode(RunHeaderCodec.decode(from)),
                    RunEntryCodec::key,
                    RunEntryCodec::mark);

    private final LineWriter<RunKey, Optional<Mark>> lines;

    private RunWriter(LineWriter<RunKey, Optional<Mark>> lines) {
        this.lines = lines;
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
        return new RunWriter(LineWriter.open(path, FORM, RunHeaderCodec.encode(header)));
    }

    /** Whether it went on with a file that was begun before. */
    public boolean isResumed() {
        return lines.isResumed();
    }

    /**
     * What of the machine or its Java is other than where the file was begun, each in the middle of
     * a sentence.
     */
    public List<String> machineChanges() {
        return lines.machineChanges();
    }

    /** Whether the file has an entry. */
    public boolean has(RunKey key) {
        return lines.has(key);
    }

    /** How many entries the file has. */
    public int entries() {
        return lines.entries();
    }

    /** The mark of each entry in the file; empty of a failed one. */
    public Map<RunKey, Optional<Mark>> finished() {
        return lines.finished();
    }

    /**
     * Appends an entry.
     *
     * @throws SetupException if the disk does not take it; nothing can be appended any more
     * @throws IllegalStateException if the file has the entry already
     */
    public void append(RunEntry entry) {
        lines.append(entry.key(), entry.grade().map(grade -> grade.mark()), line(entry));
    }

    /** The line; without its deltas, which say nothing new but the time, where it is too long. */
    private static byte[] line(RunEntry entry) {
        byte[] line = Json.line(RunEntryCodec.encode(entry));
        if (line.length <= Lines.MAX_LINE_BYTES) {
            return line;
        }
        byte[] shorter = Json.line(RunEntryCodec.encode(entry.withTrace(shorter(entry.trace()))));
        if (shorter.length > Lines.MAX_LINE_BYTES) {
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
    public void close() {
        lines.close();
    }
}
