package dev.glimprouter.openai.internal.sse;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One JSON text on each line, as Ollama's own routes stream it; blank lines are read over.
 *
 * <p>A last line without a line end counts if the body ended well: whether it is whole JSON is for
 * the reader of its text to say.
 */
public final class JsonLines implements EventDecoder {

    private final LineSplitter lines;

    /** A decoder of a new body. */
    public JsonLines() {
        this(MOST_BYTES);
    }

    JsonLines(int most) {
        this.lines = new LineSplitter(most);
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public void feed(ByteBuffer bytes, Consumer<SseEvent> events) throws TooLongException {
        Optional<String> line = lines.next(bytes);
        while (line.isPresent()) {
            handOn(line.get(), events);
            line = lines.next(bytes);
        }
    }

    @Override
    public void end(Consumer<SseEvent> events) {
        handOn(lines.rest(), events);
    }

    private static void handOn(String line, Consumer<SseEvent> events) {
        if (!line.isBlank()) {
            events.accept(new SseEvent(SseEvent.DEFAULT_TYPE, line));
        }
    }
}
