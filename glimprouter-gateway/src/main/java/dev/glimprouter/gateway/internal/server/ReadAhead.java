package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.time.Time;

import io.helidon.webserver.CloseConnectionException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The bytes of a connection, which may be waited for ahead: while a request is answered nobody else
 * reads, and the end of the bytes means that the client has gone. What comes instead of the end is
 * kept for the next request.
 *
 * <p>The reading ahead begins a moment after the request: one that is answered by then need not pay
 * for it, nor for handing the next request from thread to thread.
 */
final class ReadAhead implements Supplier<byte[]>, Client {

    private static final long MOMENT_NANOS = 100_000_000;

    private final Supplier<byte[]> source;
    private final Runnable hangUp;
    private final Time time;
    private @Nullable FutureTask<byte[]> ahead;
    private Runnable gone = () -> {};
    private boolean ended;
    private Time.@Nullable Alarm start;

    /**
     * The bytes of a source.
     *
     * @param source gives the next ones, and throws where there are none
     * @param hangUp closes the connection
     * @param time when the reading ahead begins
     */
    ReadAhead(Supplier<byte[]> source, Runnable hangUp, Time time) {
        this.source = source;
        this.hangUp = hangUp;
        this.time = time;
    }

    @Override
    public byte[] get() {
        FutureTask<byte[]> begun = take();
        try {
            return begun == null ? source.get() : begun.get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("The server closes its connections.", closing);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new CloseConnectionException("The connection is broken.", failed);
        }
    }

    private synchronized @Nullable FutureTask<byte[]> take() {
        FutureTask<byte[]> begun = ahead;
        ahead = null;
        return begun;
    }

    @Override
    public Watch watch(Runnable whenGone) {
        if (isEndedAfter(whenGone)) {
            whenGone.run();
        }
        return this::forget;
    }

    @Override
    public void hangUp() {
        hangUp.run();
    }

    private synchronized boolean isEndedAfter(Runnable whenGone) {
        gone = whenGone;
        if (ahead == null) {
            start = time.after(MOMENT_NANOS, this::readOn);
        }
        return ended;
    }

    private void readOn() {
        FutureTask<byte[]> reading = new FutureTask<>(this::read);
        if (begins(reading)) {
            reading.run();
        }
    }

    private synchronized boolean begins(FutureTask<byte[]> reading) {
        boolean watched = start != null && ahead == null;
        if (watched) {
            ahead = reading;
        }
        return watched;
    }

    private synchronized void forget() {
        gone = () -> {};
        if (start != null) {
            start.close();
            start = null;
        }
    }

    private byte[] read() {
        try {
            return source.get();
        } catch (RuntimeException end) {
            end().run();
            throw end;
        }
    }

    private synchronized Runnable end() {
        ended = true;
        return gone;
    }
}
