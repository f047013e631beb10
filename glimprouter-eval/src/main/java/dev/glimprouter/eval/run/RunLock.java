package dev.glimprouter.eval.run;

import dev.glimprouter.trace.internal.OneWriter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write one run file, which ends with the process at the latest.
 *
 * <p>The system's lock is on a hidden file beside the run: on POSIX, whoever closes a file ends all
 * locks that his process has on it, so that a lock on the run itself would end when the run is
 * read. For the same reason a second writer in this process is told apart before it opens anything.
 */
final class RunLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path run;
    private final RandomAccessFile file;

    private RunLock(Path run, RandomAccessFile file) {
        this.run = run;
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @param run the run file, whose folder is there
     * @return empty if somebody else has it
     */
    static Optional<RunLock> take(Path run) throws IOException {
        Path folder = run.toAbsolutePath().resolveSibling(".").toRealPath();
        Path name = folder.resolve(run.getFileName());
        if (!HELD.add(name)) {
            return Optional.empty();
        }
        Optional<RunLock> lock = Optional.empty();
        try {
            lock = open(name, folder.resolve("." + run.getFileName() + ".lock"));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(name);
            }
        }
    }

    private static Optional<RunLock> open(Path run, Path hidden) throws IOException {
        RandomAccessFile file = new RandomAccessFile(hidden.toFile(), "rw");
        if (OneWriter.lock(file)) {
            return Optional.of(new RunLock(run, file));
        }
        file.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            HELD.remove(run);
        }
    }
}
