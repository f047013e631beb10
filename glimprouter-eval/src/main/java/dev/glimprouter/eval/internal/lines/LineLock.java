package dev.glimprouter.eval.internal.lines;

import dev.glimprouter.trace.internal.OneWriter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write one file, which ends with the process at the latest.
 *
 * <p>The system's lock is on a hidden file beside it: on POSIX, whoever closes a file ends all
 * locks that his process has on it, so that a lock on the file itself would end when that is read.
 * For the same reason a second writer in this process is told apart before it opens anything.
 */
final class LineLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final RandomAccessFile file;

    private LineLock(Path target, RandomAccessFile file) {
        this.target = target;
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @param target the file, whose folder is there
     * @return empty if somebody else has it
     */
    static Optional<LineLock> take(Path target) throws IOException {
        Path folder = target.toAbsolutePath().resolveSibling(".").toRealPath();
        Path name = folder.resolve(target.getFileName());
        if (!HELD.add(name)) {
            return Optional.empty();
        }
        Optional<LineLock> lock = Optional.empty();
        try {
            lock = open(name, folder.resolve("." + target.getFileName() + ".lock"));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(name);
            }
        }
    }

    private static Optional<LineLock> open(Path target, Path hidden) throws IOException {
        RandomAccessFile file = new RandomAccessFile(hidden.toFile(), "rw");
        if (OneWriter.lock(file)) {
            return Optional.of(new LineLock(target, file));
        }
        file.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            HELD.remove(target);
        }
    }
}
