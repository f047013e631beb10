package dev.glimprouter.openai.internal.http;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The bytes of one reply, between the client's threads and the one that reads.
 *
 * <p>It holds up to {@value #WINDOW} deliveries and asks for as many more as are taken, so a slow
 * reader slows the server down and fills no memory, and a quick one need not be waited for. The
 * first end that is told is the end. The client is never called under the monitor, and a virtual
 * thread that waits here holds no other thread.
 */
final class Inbox implements HttpResponse.BodySubscriber<Inbox> {

    /** Deliveries, of at most 16 KiB each. */
    static final int WINDOW = 8;

    private final Watchdog watchdog;
    private final Runnable whenOver;
    private List<ByteBuffer> bytes = new ArrayList<>();
    private int deliveries;
    private Flow.@Nullable Subscription subscription;
    private @Nullable Head head;
    private StreamEnd end = StreamEnd.OPEN;
    private @Nullable Throwable failure;

    Inbox(Watchdog watchdog, Runnable whenOver) {
        this.watchdog = watchdog;
        this.whenOver = whenOver;
    }

    /** Begins a body. */
    synchronized Inbox begin(HttpResponse.ResponseInfo info) {
        head = new Head(info.statusCode(), info.headers());
        watchdog.heard();
        return this;
    }

    /**
     * Waits for bytes.
     *
     * @return at least one buffer; none once the reply has ended
     */
    List<ByteBuffer> take() throws InterruptedException {
        List<ByteBuffer> taken;
        int room;
        Flow.Subscription more;
        synchronized (this) {
            try {
                while (bytes.isEmpty() && end == StreamEnd.OPEN) {
                    watchdog.waits();
                    wait();
                }
            } finally {
                watchdog.served();
            }
            taken = bytes;
            room = deliveries;
            forget();
            more = subscription;
        }
        if (room > 0 && more != null) {
            more.request(room);
        }
        return taken;
    }

    /**
     * Ends the reply, unless it has ended. Whoever sees the end finds everything put away.
     *
     * @return whether this was its end
     */
    synchronized boolean finish(StreamEnd how, @Nullable Throwable why) {
        if (end != StreamEnd.OPEN) {
            return false;
        }
        end = how;
        failure = why;
        if (how == StreamEnd.CLOSED || how == StreamEnd.LATE) {
            forget();
        }
        watchdog.close();
        whenOver.run();
        notifyAll();
        return true;
    }

    private void forget() {
        bytes = new ArrayList<>();
        deliveries = 0;
    }

    /** Hangs up. */
    void cancel() {
        Flow.Subscription live;
        synchronized (this) {
            live = subscription;
        }
        if (live != null) {
            live.cancel();
        }
    }

    synchronized StreamEnd end() {
        return end;
    }

    /** What ended the reply; null if nothing went wrong. */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** What the reply began with; null before it came. */
    synchronized @Nullable Head head() {
        return head;
    }

    @Override
    public CompletionStage<Inbox> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        boolean wanted;
        synchronized (this) {
            wanted = end == StreamEnd.OPEN && subscription == null;
            subscription = subscription == null ? given : subscription;
        }
        if (wanted) {
            given.request(WINDOW);
        } else {
            given.cancel();
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> delivery) {
        watchdog.heard();
        if (end == StreamEnd.OPEN) {
            bytes.addAll(delivery.isEmpty() ? List.of(ByteBuffer.allocate(0)) : delivery);
            deliveries++;
            notifyAll();
        }
    }

    @Override
    public void onError(Throwable why) {
        finish(StreamEnd.LOST, why);
    }

    @Override
    public void onComplete() {
        finish(StreamEnd.CLEAN, null);
    }
}
