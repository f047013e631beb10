package dev.glimprouter.gateway.internal.server;

import io.helidon.webserver.CloseConnectionException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The bytes of a connection, which may be waited for ahead: while a request is answered nobody else
 * reads, and the end of the bytes means that the client has gone. What comes instead of the end is
 * kept for the next request.
 */
final class ReadAhead implements Supplier<byte[]>, Client {

    private final Supplier<byte[]> source;
    private final Runnable hangUp;
    private @Nullable FutureTask<byte[]> ahead;
    private Runnable gone = () -> {};
    private boolean ended;

    /**
     * The bytes of a source.
     *
     * @param source gives the next ones, and throws where there are none
     * @param hangUp closes the connection
     */
    ReadAhead(Supplier<byte[]> source, Runnable hangUp) {
        this.source = source;
        this.hangUp = hangUp;
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
            ahead = new FutureTask<>(this::read);
            Thread.ofVirtual().name("glimprouter-client").start(ahead);
        }
        return ended;
    }

    private synchronized void forget() {
        gone = () -> {};
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
