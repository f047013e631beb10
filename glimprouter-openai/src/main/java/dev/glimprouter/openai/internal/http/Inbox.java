package dev.glimprouter.openai.internal.http;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes of one reply, between the client's threads and the one that reads.
 *
 * <p>It holds up to {@value #WINDOW} deliveries and asks for as many more as are taken, so a slow
 * reader slows the server down and fills no memory, and a quick one need not be waited for. The
 * first end that is told is the end. The client is never called under the lock, and a virtual
 * thread that waits here holds no other thread. A lock and no monitor: whoever waits for a monitor
 * is woken up by way of one more thread.
 */
final class Inbox implements HttpResponse.BodySubscriber<Inbox> {

    /** Deliveries, of at most 16 KiB each. */
    static final int WINDOW = 8;

    private final Watchdog watchdog;
    private final Runnable whenOver;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<ByteBuffer> bytes = new ArrayList<>();
    private int deliveries;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Head head;
    private volatile StreamEnd end = StreamEnd.OPEN;
    private volatile @Nullable Throwable failure;

    Inbox(Watchdog watchdog, Runnable whenOver) {
        this.watchdog = watchdog;
        this.whenOver = whenOver;
    }

    /** Begins a body. */
    Inbox begin(HttpResponse.ResponseInfo info) {
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
        lock.lock();
        try {
            await();
            taken = bytes;
            room = deliveries;
            forget();
            more = subscription;
        } finally {
            lock.unlock();
        }
        if (room > 0 && more != null) {
            more.request(room);
        }
        return taken;
    }

    private void await() throws InterruptedException {
        try {
            while (bytes.isEmpty() && end == StreamEnd.OPEN) {
                watchdog.waits();
                changed.await();
            }
        } finally {
            watchdog.served();
        }
    }

    /**
     * Ends the reply, unless it has ended. Whoever sees the end finds everything put away.
     *
     * @return whether this was its end
     */
    boolean finish(StreamEnd how, @Nullable Throwable why) {
        lock.lock();
        try {
            if (end != StreamEnd.OPEN) {
                return false;
            }
            failure = why;
            if (how == StreamEnd.CLOSED || how == StreamEnd.LATE) {
                forget();
            }
            watchdog.close();
            whenOver.run();
            end = how;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        bytes = new ArrayList<>();
        deliveries = 0;
    }

    /** Hangs up. */
    void cancel() {
        Flow.Subscription live = subscription;
        if (live != null) {
            live.cancel();
        }
    }

    StreamEnd end() {
        return end;
    }

    /** What ended the reply; null if nothing went wrong. */
    @Nullable Throwable failure() {
        return failure;
    }

    /** What the reply began with; null before it came. */
    @Nullable Head head() {
        return head;
    }

    @Override
    public CompletionStage<Inbox> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        boolean wanted;
        lock.lock();
        try {
            wanted = end == StreamEnd.OPEN && subscription == null;
            subscription = subscription == null ? given : subscription;
        } finally {
            lock.unlock();
        }
        if (wanted) {
            given.request(WINDOW);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> delivery) {
        lock.lock();
        try {
            watchdog.heard();
            if (end == StreamEnd.OPEN) {
                bytes.addAll(delivery.isEmpty() ? List.of(ByteBuffer.allocate(0)) : delivery);
                deliveries++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
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
