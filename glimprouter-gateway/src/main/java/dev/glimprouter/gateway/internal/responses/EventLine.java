package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Sends numbered events. Not thread safe. */
final class EventLine {

    private static final String END = "\n\n";

    private final Consumer<byte[]> wire;
    private int next;

    EventLine(Consumer<byte[]> wire) {
        this.wire = wire;
    }

    /** Sends an event whose fields {@code fields} holds. */
    void send(String type, ObjectNode fields) {
        send("", type, fields);
    }

    /** The same behind a blank line, lest half an event swallow it. */
    void sendApart(String type, ObjectNode fields) {
        send(END, type, fields);
    }

    private void send(String before, String type, ObjectNode fields) {
        ObjectNode event = Json.object().put("type", type).put("sequence_number", next++);
        event.setAll(fields);
        String text = before + "event: " + type + "\ndata: " + Json.text(event) + END;
        wire.accept(text.getBytes(StandardCharsets.UTF_8));
    }
}
