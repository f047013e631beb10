package dev.glimprouter.models.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The right to change a store: held by one thread of one process at a time.
 *
 * <p>The operating system drops it when the process ends, however it ends. File locks count for the
 * whole process, so threads take a semaphore first.
 */
public final class StoreLock implements AutoCloseable {

    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final Semaphore threads;
    private final FileChannel channel;

    private StoreLock(Semaphore threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /**
     * Takes the lock, however long that lasts.
     *
     * @param waiting hears the lock file once, if somebody else holds it
     */
    public static StoreLock acquire(Path root, Consumer<Path> waiting) throws IOException {
        Optional<StoreLock> free = tryAcquire(root);
        if (free.isPresent()) {
            return free.get();
        }
        Path file = fileIn(root);
        waiting.accept(file);
        Semaphore threads = threads(file);
        try {
            threads.acquire();
        } catch (InterruptedException e) {
            throw Interrupts.cancelled(e);
        }
        return locked(threads, file, FileChannel::lock).orElseThrow();
    }

    /** Takes the lock if nobody holds it. */
    public static Optional<StoreLock> tryAcquire(Path root) throws IOException {
        Path file = fileIn(root);
        Semaphore threads = threads(file);
        return threads.tryAcquire()
                ? locked(threads, file, FileChannel::tryLock)
                : Optional.empty();
    }

    private static Optional<StoreLock> locked(Semaphore threads, Path file, Locking locking)
            throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = locking.lock(channel) != null;
            return locked ? Optional.of(new StoreLock(threads, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                threads.release();
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static Path fileIn(Path root) throws IOException {
        return Files.createDirectories(root).toRealPath().resolve(".lock");
    }

    private static Semaphore threads(Path file) {
        return THREADS.computeIfAbsent(file, _ -> new Semaphore(1));
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            threads.release();
        }
    }

    private interface Locking {
        @org.jspecify.annotations.Nullable
        FileLock lock(FileChannel channel) throws IOException;
    }
}
