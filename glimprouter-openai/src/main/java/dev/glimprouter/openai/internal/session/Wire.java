package dev.glimprouter.openai.internal.session;

import dev.glimprouter.openai.internal.http.Answer;
import dev.glimprouter.openai.internal.http.Call;
import dev.glimprouter.openai.internal.http.EventStream;
import dev.glimprouter.openai.internal.http.Transport;
import dev.glimprouter.openai.internal.sse.EventDecoder;
import dev.glimprouter.openai.internal.sse.JsonLines;
import dev.glimprouter.openai.internal.sse.SseDecoder;
import dev.glimprouter.openai.internal.wire.Request;

import java.net.URI;
import java.util.Map;

/** Requests of the wire, sent by the transport with the headers of one problem. */
final class Wire {

    private final Transport transport;

    Wire(Transport transport) {
        this.transport = transport;
    }

    /** Waits for the whole reply to a request. */
    Answer send(Peer peer, Request request) {
        return transport.send(call(peer.base(), request, Map.of()), peer.until());
    }

    /** Sends a request whose reply nobody waits for. */
    void sendAndForget(URI base, Request request) {
        transport.sendAndForget(call(base, request, Map.of()));
    }

    /** Begins a streamed reply. */
    EventStream open(URI base, Request request, Map<String, String> headers) {
        EventDecoder decoder =
                switch (request.framing()) {
                    case EVENTS -> new SseDecoder();
                    case LINES -> new JsonLines();
                };
        return transport.open(call(base, request, headers), decoder);
    }

    private static Call call(URI base, Request request, Map<String, String> headers) {
        return Call.post(Address.of(base, request.path()), request.body().toString())
                .withHeaders(headers);
    }
}
