package dev.glimprouter.openai.internal.http;

import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.openai.internal.sse.EventDecoder;
import dev.glimprouter.openai.internal.sse.SseEvent;
import dev.glimprouter.openai.internal.sse.TooLongException;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The events of a streamed reply, one by one.
 *
 * <p>One thread pulls; any thread may close, which ends the connection at once and lets a blocked
 * reader see the end. Whoever reads to the end leaves the connection to the next request.
 */
public final class EventStream implements AutoCloseable {

    private final Exchange exchange;
    private final EventDecoder decoder;
    private final Failures failures;
    private final Queue<SseEvent> events = new ArrayDeque<>();
    private final AtomicReference<StreamEnd> end = new AtomicReference<>(StreamEnd.OPEN);
    private @Nullable GlimpRouterException failure;
    private boolean accepted;
    private boolean ended;

    EventStream(Exchange exchange, EventDecoder decoder, Failures failures) {
        this.exchange = exchange;
        this.decoder = decoder;
        this.failures = failures;
    }

    /**
     * Waits for the next event.
     *
     * <p>An interrupt closes the stream and stays set.
     *
     * @return its data; empty once the server has ended the stream well, or it was closed
     * @throws GlimpRouterException if the server cannot be reached, refuses, reports a failure in
     *     an event, is late, or breaks off; again at each further call
     */
    public Optional<String> next() {
        try {
            while (events.isEmpty() && !ended && end.get() == StreamEnd.OPEN) {
                read();
            }
            return end.get() == StreamEnd.OPEN ? nextEvent() : afterEnd();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            close();
            return Optional.empty();
        } catch (GlimpRouterException broken) {
            settle(broken);
            return afterEnd();
        }
    }

    /**
     * Whether the next event, or its beginning, is here already, so that it need not be waited for.
     * For the puller.
     */
    public boolean hasMore() {
        return !events.isEmpty() || exchange.hasMore();
    }

    /** Says that the first token was seen: from now on the idle time counts. */
    public void firstTokenSeen() {
        exchange.firstTokenSeen();
    }

    /** How the stream ended, as far as its reader has come. */
    public StreamEnd end() {
        return end.get();
    }

    /**
     * Leaves the connection to the next request, where the reader has seen all that it needs but
     * the reply has not ended yet: its end is read in the background. Nobody reads after this.
     */
    public void leave() {
        if (end.get() == StreamEnd.OPEN) {
            Thread.ofVirtual().name("reply's end").start(this::readToTheEnd);
        } else {
            close();
        }
    }

    private void readToTheEnd() {
        try {
            Optional<String> unwanted = next();
            while (unwanted.isPresent()) {
                unwanted = next();
            }
        } catch (GlimpRouterException broken) {
            // What the reader needed was there before.
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        end.compareAndSet(StreamEnd.OPEN, StreamEnd.CLOSED);
        exchange.close();
    }

    private void read() throws InterruptedException {
        ByteBuffer bytes = exchange.take();
        if (exchange.end() == StreamEnd.CLOSED) {
            close();
            return;
        }
        if (!accepted) {
            accepted = true;
            refuse(Refusal.of(exchange, decoder, bytes, failures));
        }
        decode(bytes);
    }

    private void decode(ByteBuffer bytes) {
        boolean last = !bytes.hasRemaining();
        try {
            decoder.feed(bytes, events::add);
        } catch (TooLongException endless) {
            refuse(Optional.of(failures.ofBroken(exchange.uri(), endless)));
        }
        if (last) {
            decoder.end(events::add);
            ended = true;
        }
    }

    private Optional<String> nextEvent() {
        SseEvent event = events.poll();
        if (event == null) {
            end.compareAndSet(StreamEnd.OPEN, StreamEnd.CLEAN);
            return Optional.empty();
        }
        refuse(failures.ofEvent(exchange.uri(), event.data()));
        return Optional.of(event.data());
    }

    private void refuse(Optional<GlimpRouterException> why) {
        if (why.isPresent()) {
            end.compareAndSet(StreamEnd.OPEN, StreamEnd.REFUSED);
            throw why.get();
        }
    }

    private void settle(GlimpRouterException broken) {
        StreamEnd how =
                switch (exchange.end()) {
                    case LOST -> StreamEnd.LOST;
                    case LATE -> StreamEnd.LATE;
                    case CLOSED -> StreamEnd.CLOSED;
                    case OPEN, CLEAN, REFUSED -> StreamEnd.REFUSED;
                };
        end.compareAndSet(StreamEnd.OPEN, how);
        failure = broken;
        exchange.close();
    }

    private Optional<String> afterEnd() {
        if (failure != null && end.get() != StreamEnd.CLOSED) {
            throw failure;
        }
        return Optional.empty();
    }
}
