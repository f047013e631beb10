package dev.glimprouter.benchmarks.gateway;

import java.nio.charset.StandardCharsets;

/** Replies as bytes. */
final class CannedReply {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: ";

    private CannedReply() {}

    /** JSON that is sent as a whole. */
    static byte[] json(String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return bytes(HEAD + "application/json\r\nContent-Length: " + length + "\r\n\r\n" + json);
    }

    /** The head of a stream of events. */
    static byte[] streamHead() {
        return bytes(
                HEAD + "text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    /** One event of a stream. */
    static byte[] event(String data) {
        String event = "data: " + data + "\n\n";
        int length = event.getBytes(StandardCharsets.UTF_8).length;
        return bytes(Integer.toHexString(length) + "\r\n" + event + "\r\n");
    }

    /** What comes behind the last event. */
    static byte[] streamEnd() {
        return bytes("0\r\n\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
