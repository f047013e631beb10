package dev.glimprouter.gateway.internal.traces;

import dev.glimprouter.gateway.TraceKeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Supplier;

/**
 * The trace files of a folder, the oldest one first, of which those go that are not to be kept.
 * Files that another process writes are known from its next start on. Where all are kept, none is
 * remembered: there is no end to them. Thread safe.
 */
final class OldTraces {

    private final Supplier<List<Path>> folder;
    private final SequencedSet<Path> files = new LinkedHashSet<>();
    private boolean listed;

    /**
     * Over the files of a folder.
     *
     * @param folder lists them, the oldest one first
     */
    OldTraces(Supplier<List<Path>> folder) {
        this.folder = folder;
    }

    /** A file begins; it is the newest one. */
    synchronized void add(Path file) {
        if (listed) {
            files.add(file);
        }
    }

    /** How many files are remembered. */
    synchronized int remembered() {
        return files.size();
    }

    /**
     * Deletes what is not to be kept, up to the first file that is still being written.
     *
     * @throws IOException if one cannot be deleted; it is tried again the next time
     */
    synchronized void sweep(TraceKeep keep, Instant now, Writing writing) throws IOException {
        remember(!keep.equals(TraceKeep.ALL));
        while (!files.isEmpty() && !writing.isWritten(files.getFirst()) && isSurplus(keep, now)) {
            Files.deleteIfExists(files.getFirst());
            files.removeFirst();
        }
    }

    private void remember(boolean wanted) {
        if (wanted && !listed) {
            files.addAll(folder.get());
        } else if (!wanted) {
            files.clear();
        }
        listed = wanted;
    }

    private boolean isSurplus(TraceKeep keep, Instant now) throws IOException {
        if (keep.most().isPresent() && files.size() > keep.most().get()) {
            return true;
        }
        if (keep.age().isEmpty()) {
            return false;
        }
        Path oldest = files.getFirst();
        return !Files.exists(oldest)
                || Files.getLastModifiedTime(oldest)
                        .toInstant()
                        .isBefore(now.minus(keep.age().get()));
    }

    /** Tells which files are still being written. */
    @FunctionalInterface
    interface Writing {

        /** Whether this one is. */
        boolean isWritten(Path file);
    }
}
