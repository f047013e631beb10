package dev.glimprouter.openai.internal.http;

import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * What one exchange knows of the connection that carries it, and the client keeps to itself: the
 * channel that was opened for it, and the bytes that have come and are not read yet. The client's
 * parts find it by the thread that sends the request.
 */
final class Link implements AutoCloseable {

    private static final ScopedValue<Link> SENDING = ScopedValue.newInstance();

    /** The end of a chunk and the empty chunk that ends a reply. */
    private static final int ENDING_BYTES = "\r\n0\r\n\r\n".length();

    private @Nullable SocketChannel opened;
    private @Nullable SessionInputBuffer buffer;
    private boolean closed;

    /** Sends the request of this link's exchange. */
    <T> T send(ScopedValue.CallableOp<T, IOException> request) throws IOException {
        return ScopedValue.where(SENDING, this).call(request);
    }

    /**
     * A channel for the connection of the request that this thread sends. Hanging up closes it too,
     * since a client that connects just when it is told to cancel forgets the connection.
     */
    static SocketChannel channel() throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (SENDING.isBound()) {
            SENDING.get().keep(channel);
        }
        return channel;
    }

    private synchronized void keep(SocketChannel channel) throws IOException {
        opened = channel;
        if (closed) {
            channel.close();
        }
    }

    /** Whether more of the reply has come than may end it; for the thread that reads it. */
    boolean hasMore() {
        return buffer != null && buffer.length() > ENDING_BYTES;
    }

    /** Closes the channel that was opened for it, also one that is opened later. */
    @Override
    public synchronized void close() {
        closed = true;
        try (SocketChannel _ = opened) {
            opened = null;
        } catch (IOException broken) {
            // It is of no use any more.
        }
    }

    /** Reads the heads of replies, and notes where the bytes after them will be. */
    static final class Heads extends DefaultHttpResponseParserFactory {

        /** Reads lines up to these lengths. */
        Heads(Http1Config lines) {
            super(lines);
        }

        @Override
        public HttpMessageParser<ClassicHttpResponse> create() {
            HttpMessageParser<ClassicHttpResponse> parser = super.create();
            return (buffer, in) -> {
                if (SENDING.isBound()) {
                    SENDING.get().buffer = buffer;
                }
                return parser.parse(buffer, in);
            };
        }
    }
}
