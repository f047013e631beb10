package dev.glimprouter.openai.internal.sse;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Turns the bytes of one body into events, however the bytes are cut.
 *
 * <p>It holds the half event between two calls, so each body needs its own. Not thread safe.
 */
public sealed interface EventDecoder permits SseDecoder, JsonLines {

    /**
     * The most bytes of one event: 16 MiB. A chunk with the twenty likeliest of a few tokens takes
     * kilobytes and the ids of a prompt of a million tokens take 8 MB; more is a server gone wrong,
     * and would end in our memory.
     */
    int MOST_BYTES = 16 << 20;

    /** What one asks a server for to get such a body. */
    String mediaType();

    /**
     * Reads all of the bytes, and hands on each event that they complete.
     *
     * @throws TooLongException if an event is longer than {@link #MOST_BYTES}
     */
    void feed(ByteBuffer bytes, Consumer<SseEvent> events) throws TooLongException;

    /** Says that the body has ended, and hands on what its end completes. */
    void end(Consumer<SseEvent> events);
}
