package dev.glimprouter.eval.internal.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads a stream of a process to its end, but keeps no more than a limit. */
final class Pipe {

    private final CompletableFuture<byte[]> bytes;
    private volatile boolean overflown;

    private Pipe(InputStream stream, int mostBytes, Runnable tooMuch) {
        this.bytes =
                CompletableFuture.supplyAsync(
                        () -> read(stream, mostBytes, tooMuch), Thread::startVirtualThread);
    }

    /**
     * Starts to read.
     *
     * @param tooMuch is run once when the limit is reached
     */
    static Pipe of(InputStream stream, int mostBytes, Runnable tooMuch) {
        return new Pipe(stream, mostBytes, tooMuch);
    }

    private byte[] read(InputStream stream, int mostBytes, Runnable tooMuch) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        try (stream) {
            int count = stream.read(buffer);
            while (count >= 0 && !overflown) {
                kept.write(buffer, 0, count);
                overflown = kept.size() > mostBytes;
                count = overflown ? -1 : stream.read(buffer);
            }
        } catch (IOException ended) {
            // A killed process closes its pipes in the middle.
        }
        if (overflown) {
            tooMuch.run();
        }
        return kept.toByteArray();
    }

    /**
     * All that came. Waits for the end of the stream, but not longer than told, because a process
     * that outlived its launcher may keep it open; then there is nothing.
     */
    byte[] bytes(Duration longest) {
        return bytes.completeOnTimeout(new byte[0], longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Whether there was more than the limit; known after {@link #bytes}. */
    boolean overflown() {
        return overflown;
    }
}
