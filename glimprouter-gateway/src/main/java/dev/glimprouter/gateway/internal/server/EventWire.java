package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.time.Time;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Sends the events of one stream, once it is flushed; the status goes out with the first ones.
 * Whoever cannot be reached any more is told nothing: that is no failure here. Thread safe.
 */
final class EventWire implements Consumer<byte[]>, AutoCloseable {

    private static final long NOT_SENDING = Long.MIN_VALUE;

    /** Events that came together go out together, up to this size; they are flushed far earlier. */
    private static final int BUFFER_BYTES = 8 << 10;

    private final ServerResponse response;
    private final Time time;
    private final Runnable gone;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable OutputStream out;
    private long lastNanos;
    private volatile long sendingSince = NOT_SENDING;
    private boolean over;

    /**
     * A wire on which nothing was sent.
     *
     * @param gone runs if the client cannot be reached
     */
    EventWire(ServerResponse response, Time time, Runnable gone) {
        this.response = response;
        this.time = time;
        this.gone = gone;
        this.lastNanos = time.nanos();
    }

    @Override
    public void accept(byte[] event) {
        send(() -> open().write(event));
    }

    /** Sends what was not sent yet. */
    void flush() {
        send(this::sendHeld);
    }

    private void sendHeld() throws IOException {
        if (out != null) {
            out.flush();
            lastNanos = time.nanos();
        }
    }

    private void send(Sending bytes) {
        if (!isSent(bytes)) {
            gone.run();
        }
    }

    private boolean isSent(Sending bytes) {
        lock.lock();
        try {
            if (!over) {
                sendingSince = time.nanos();
                bytes.run();
            }
            return true;
        } catch (IOException | RuntimeException unreachable) {
            over = true;
            return false;
        } finally {
            sendingSince = NOT_SENDING;
            lock.unlock();
        }
    }

    /** Something that may have to wait for the client. */
    @FunctionalInterface
    private interface Sending {
        void run() throws IOException;
    }

    private OutputStream open() {
        if (out == null) {
            response.status(200)
                    .header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                    .header(HeaderNames.CACHE_CONTROL, "no-cache")
                    .header("X-Accel-Buffering", "no");
            out = new BufferedOutputStream(response.outputStream(), BUFFER_BYTES);
        }
        return out;
    }

    /** Whether something was sent, so that a failure can only be told as an event. */
    boolean hasBegun() {
        lock.lock();
        try {
            return out != null;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds since something was sent; 0 while something is being sent. */
    long silentNanos() {
        if (!lock.tryLock()) {
            return 0;
        }
        try {
            return time.nanos() - lastNanos;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds since an event is being sent that the client does not take; else 0. */
    long stuckNanos() {
        long since = sendingSince;
        return since == NOT_SENDING ? 0 : time.nanos() - since;
    }

    /** Ends the stream. */
    @Override
    public void close() {
        lock.lock();
        try {
            over = true;
            if (out != null) {
                out.close();
            }
        } catch (IOException | RuntimeException unreachable) {
            // nobody is there to be told
        } finally {
            lock.unlock();
        }
    }
}
