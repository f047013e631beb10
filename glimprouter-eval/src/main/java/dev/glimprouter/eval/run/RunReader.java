package dev.glimprouter.eval.run;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.eval.internal.lines.Lines;
import dev.glimprouter.eval.internal.run.RunHeaderCodec;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a run file, one entry at a time, in bounded memory; also while it is being written.
 *
 * <p>A last line that was torn by the death of its writer ends the entries and is reported by
 * {@link #torn}. Anything else that is wrong is a {@link RequestException} with the file and the
 * line. Not thread safe.
 */
public final class RunReader implements Iterator<RunEntry>, AutoCloseable {

    private final Lines<RunHeader> lines;
    private Optional<RunEntry> ahead = Optional.empty();
    private boolean ended;

    private RunReader(Lines<RunHeader> lines) {
        this.lines = lines;
    }

    /**
     * Opens a run and reads its header.
     *
     * @throws RequestException if the file cannot be read, has no whole header, or is of a newer
     *     version
     */
    public static RunReader open(Path file) {
        return new RunReader(Lines.open(file, RunHeaderCodec.KIND, RunHeaderCodec::decode));
    }

    /** What is the same for every entry. */
    public RunHeader header() {
        return lines.header();
    }

    /** Whether a torn last line was found; known once there is no next entry. */
    public boolean torn() {
        return lines.torn();
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            ahead = lines.next(RunEntryCodec::decode);
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public RunEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more entries");
        }
        RunEntry entry = ahead.orElseThrow();
        ahead = Optional.empty();
        return entry;
    }

    @Override
    public void close() {
        lines.close();
    }
}
