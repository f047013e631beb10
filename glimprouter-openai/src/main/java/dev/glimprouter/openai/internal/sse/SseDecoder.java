package dev.glimprouter.openai.internal.sse;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Server-sent events, by the WHATWG HTML standard, sections 9.2.5 "Parsing an event stream" and
 * 9.2.6 "Interpreting an event stream".
 *
 * <p>{@code id} and {@code retry} serve a reader that connects again by itself, which nobody does
 * with a POST; they are read over like unknown fields. An event that the end of the body cuts off
 * is discarded.
 */
public final class SseDecoder implements EventDecoder {

    private final int most;
    private final LineSplitter lines;
    private @Nullable String only;
    private StringBuilder data = new StringBuilder();
    private String type = "";

    /** A decoder of a new body. */
    public SseDecoder() {
        this(MOST_BYTES);
    }

    SseDecoder(int most) {
        this.most = most;
        this.lines = new LineSplitter(most);
    }

    @Override
    public String mediaType() {
        return "text/event-stream";
    }

    @Override
    public void feed(ByteBuffer bytes, Consumer<SseEvent> events) throws TooLongException {
        Optional<String> line = lines.next(bytes);
        while (line.isPresent()) {
            if (line.get().isEmpty()) {
                dispatch(events);
            } else {
                interpret(line.get());
            }
            line = lines.next(bytes);
        }
    }

    @Override
    public void end(Consumer<SseEvent> events) {
        only = null;
        data.setLength(0);
        type = "";
    }

    private void interpret(String line) throws TooLongException {
        int colon = line.indexOf(':');
        if (colon < 0) {
            field(line, "");
        } else if (colon > 0) {
            int blank = line.startsWith(" ", colon + 1) ? 1 : 0;
            field(line.substring(0, colon), line.substring(colon + 1 + blank));
        }
    }

    private void field(String name, String value) throws TooLongException {
        if (name.equals("data")) {
            data(value);
        } else if (name.equals("event")) {
            type = value;
        }
    }

    /** Nearly all events have one line, which is kept as it is. */
    private void data(String value) throws TooLongException {
        int before = only == null ? data.length() : only.length() + 1;
        if (before + value.length() > most) {
            throw new TooLongException("an event", most);
        }
        if (before == 0) {
            only = value;
            return;
        }
        if (only != null) {
            data.append(only).append('\n');
            only = null;
        }
        data.append(value).append('\n');
    }

    private void dispatch(Consumer<SseEvent> events) {
        String whole = only;
        if (whole != null) {
            only = null;
            events.accept(new SseEvent(type.isEmpty() ? SseEvent.DEFAULT_TYPE : type, whole));
        } else if (!data.isEmpty()) {
            String text = data.substring(0, data.length() - 1);
            data = new StringBuilder();
            events.accept(new SseEvent(type.isEmpty() ? SseEvent.DEFAULT_TYPE : type, text));
        }
        type = "";
    }
}
