package dev.glimprouter.openai.internal.sse;

import java.util.Objects;

/**
 * One event of a stream.
 *
 * @param type its name, {@code message} where the stream gives none
 * @param data its text; {@code [DONE]} is an ordinary text here
 */
public record SseEvent(String type, String data) {

    static final String DEFAULT_TYPE = "message";

    /** Checks for nulls. */
    public SseEvent {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(data, "data");
    }
}
