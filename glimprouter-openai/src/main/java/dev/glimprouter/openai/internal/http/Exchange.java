package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.time.Time;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * One request and its reply, as bytes.
 *
 * <p>One thread takes, and does all the work by itself: it connects, sends and reads while it
 * waits, so that no bytes are handed from thread to thread, and a slow reader slows the server
 * down. Any thread may close, which hangs up at once, also while the connection is made, and lets
 * the taker see the end. The first end that is told is the end.
 */
final class Exchange implements AutoCloseable {

    /** No bytes. */
    static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private static final int BUFFER_BYTES = 4 << 10;

    private final HttpClient client;
    private final HttpUriRequestBase request;
    private final URI uri;
    private final Failures failures;
    private final Watchdog watchdog;
    private final Consumer<Exchange> whenOver;
    private final Link link = new Link();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable InputStream body;
    private @Nullable Head head;
    private volatile StreamEnd end = StreamEnd.OPEN;
    private volatile @Nullable Throwable failure;

    /**
     * A request that is sent once something is taken.
     *
     * @param whenOver told before the end can be seen
     */
    Exchange(
            HttpClient client,
            HttpUriRequestBase request,
            URI uri,
            Failures failures,
            Time time,
            Timeouts timeouts,
            Consumer<Exchange> whenOver) {
        this.client = client;
        this.request = request;
        this.uri = uri;
        this.failures = failures;
        this.whenOver = whenOver;
        this.watchdog =
                new Watchdog(
                        time, timeouts, limit -> hangUp(StreamEnd.LATE, limit.passed(timeouts)));
    }

    /** Lets the times run. */
    void begin() {
        watchdog.begin();
    }

    /**
     * Waits for bytes.
     *
     * @return those that came, until the next call; none once the reply has ended
     * @throws GlimpRouterException if it ended badly
     */
    ByteBuffer take() throws InterruptedException {
        ByteBuffer taken = end == StreamEnd.OPEN ? read() : NOTHING;
        Throwable why = failure;
        if (why != null && !taken.hasRemaining()) {
            throw failures.ofBroken(uri, why);
        }
        return taken;
    }

    private ByteBuffer read() throws InterruptedException {
        watchdog.waits();
        try {
            int bytes = 0;
            while (bytes == 0) {
                bytes = body().read(buffer);
            }
            if (bytes < 0) {
                finish(StreamEnd.CLEAN, null);
            }
            return end == StreamEnd.OPEN ? ByteBuffer.wrap(buffer, 0, bytes) : NOTHING;
        } catch (IOException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            finish(StreamEnd.LOST, broken);
            return NOTHING;
        } catch (RuntimeException confused) {
            // The client may trip over a connection that it was told to cancel.
            if (end == StreamEnd.OPEN) {
                throw confused;
            }
            return NOTHING;
        } finally {
            watchdog.served();
        }
    }

    /** The body, once the request was sent and its reply has begun. */
    private InputStream body() throws IOException {
        if (body == null) {
            ClassicHttpResponse response = link.send(() -> client.executeOpen(null, request, null));
            HttpEntity entity = response.getEntity();
            head = new Head(response.getCode(), response);
            body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        }
        return body;
    }

    /** Whether the next bytes are here already; for the taker. */
    boolean hasMore() {
        return end == StreamEnd.OPEN && link.hasMore();
    }

    /** What the reply began with; there is one once something was taken, unless it was closed. */
    Head head() {
        if (head == null) {
            throw new IllegalStateException("nothing was taken yet");
        }
        return head;
    }

    StreamEnd end() {
        return end;
    }

    URI uri() {
        return uri;
    }

    void firstTokenSeen() {
        watchdog.firstTokenSeen();
    }

    /** Hangs up, unless the reply has ended. */
    @Override
    public void close() {
        hangUp(StreamEnd.CLOSED, null);
    }

    private void hangUp(StreamEnd how, @Nullable LateException why) {
        if (finish(how, why)) {
            request.cancel();
            link.close();
        }
    }

    /**
     * Ends the reply, unless it has ended. Whoever sees the end finds everything put away.
     *
     * @return whether this was its end
     */
    private synchronized boolean finish(StreamEnd how, @Nullable Throwable why) {
        if (end != StreamEnd.OPEN) {
            return false;
        }
        failure = why;
        watchdog.close();
        whenOver.accept(this);
        end = how;
        return true;
    }
}
