package dev.glimprouter.trace.internal;

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
public final class WriteLock implements AutoCloseable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final RandomAccessFile file;

    private WriteLock(Path target, RandomAccessFile file) {
        this.target = target;
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @param target the file, whose folder is there
     * @return empty if somebody else has it
     */
    public static Optional<WriteLock> take(Path target) throws IOException {
        Path folder = target.toAbsolutePath().resolveSibling(".").toRealPath();
        Path name = folder.resolve(target.getFileName());
        if (!HELD.add(name)) {
            return Optional.empty();
        }
        Optional<WriteLock> lock = Optional.empty();
        try {
            lock = open(name, folder.resolve("." + target.getFileName() + ".lock"));
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(name);
            }
        }
    }

    private static Optional<WriteLock> open(Path target, Path hidden) throws IOException {
        RandomAccessFile file = new RandomAccessFile(hidden.toFile(), "rw");
        if (OneWriter.lock(file)) {
            return Optional.of(new WriteLock(target, file));
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
