package dev.glimprouter.trace.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.OverlappingFileLockException;

/** Sees to it that one process, and one place in it, writes a file at a time. */
public final class OneWriter {

    private OneWriter() {}

    /**
     * Locks a file until it is closed: one byte that no file reaches, because on Windows others
     * could not read a locked one. Where the file system has no locks, everybody gets one.
     *
     * @return whether nobody else has the lock
     */
    public static boolean lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException noLocksOnThisFileSystem) {
            return true;
        }
    }
}
