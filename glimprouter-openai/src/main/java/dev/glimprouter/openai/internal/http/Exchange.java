package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.time.Time;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One request and its reply, as bytes.
 *
 * <p>One thread takes; any thread may close, which hangs up at once, also while the connection is
 * made, and lets the taker see the end.
 */
final class Exchange implements AutoCloseable {

    private final URI uri;
    private final Failures failures;
    private final Watchdog watchdog;
    private final Inbox inbox;
    private volatile @Nullable CompletableFuture<?> sent;

    Exchange(
            URI uri, Failures failures, Time time, Timeouts timeouts, Consumer<Exchange> whenOver) {
        this.uri = uri;
        this.failures = failures;
        this.watchdog =
                new Watchdog(
                        time, timeouts, limit -> hangUp(StreamEnd.LATE, limit.passed(timeouts)));
        this.inbox = new Inbox(watchdog, () -> whenOver.accept(this));
    }

    /** Sends the request; nothing here waits. */
    void start(HttpClient client, HttpRequest request) {
        watchdog.begin();
        var answer = client.sendAsync(request, inbox::begin);
        sent = answer;
        var _ =
                answer.whenComplete(
                        (response, failure) -> {
                            if (failure != null) {
                                inbox.finish(StreamEnd.LOST, failure);
                            }
                        });
        if (inbox.end() == StreamEnd.CLOSED || inbox.end() == StreamEnd.LATE) {
            answer.cancel(true);
        }
    }

    /**
     * Waits for bytes.
     *
     * @return at least one buffer; none once the reply has ended
     * @throws GlimpRouterException if it ended badly
     */
    List<ByteBuffer> take() throws InterruptedException {
        List<ByteBuffer> taken = inbox.take();
        Throwable failure = inbox.failure();
        if (taken.isEmpty() && failure != null) {
            throw failures.ofBroken(uri, failure);
        }
        return taken;
    }

    /** What the reply began with; there is one once something was taken, unless it was closed. */
    Head head() {
        Head head = inbox.head();
        if (head == null) {
            throw new IllegalStateException("nothing was taken yet");
        }
        return head;
    }

    StreamEnd end() {
        return inbox.end();
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

    /**
     * Only the future that the client itself returned takes its cancelling on to the connection,
     * and only until the headers are there; from then on the subscription does.
     */
    private void hangUp(StreamEnd how, @Nullable LateException why) {
        if (inbox.finish(how, why)) {
            CompletableFuture<?> live = sent;
            if (live != null) {
                live.cancel(true);
            }
            inbox.cancel();
        }
    }
}
