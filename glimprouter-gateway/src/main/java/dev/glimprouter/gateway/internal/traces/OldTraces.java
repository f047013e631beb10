package dev.glimprouter.gateway.internal.traces;

import dev.glimprouter.gateway.TraceKeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The trace files of a folder, the oldest one first, of which those go that are not to be kept.
 * Files that another process writes are known from its next start on. Thread safe.
 */
final class OldTraces {

    private final Deque<Path> files;

    /** Over these files, the oldest one first. */
    OldTraces(List<Path> files) {
        this.files = new ArrayDeque<>(files);
    }

    /** A file begins; it is the newest one. */
    synchronized void add(Path file) {
        files.add(file);
    }

    /**
     * Deletes what is not to be kept, up to the first file that is still being written.
     *
     * @throws IOException if one cannot be deleted; it is tried again the next time
     */
    synchronized void sweep(TraceKeep keep, Instant now, Writing writing) throws IOException {
        while (!files.isEmpty() && !writing.isWritten(files.peek()) && isSurplus(keep, now)) {
            Files.deleteIfExists(files.peek());
            files.remove();
        }
    }

    private boolean isSurplus(TraceKeep keep, Instant now) throws IOException {
        if (keep.most().isPresent() && files.size() > keep.most().get()) {
            return true;
        }
        if (keep.age().isEmpty()) {
            return false;
        }
        Path oldest = files.element();
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
