package dev.glimprouter.gateway;

import dev.glimprouter.testkit.upstream.Exchange;
import dev.glimprouter.testkit.upstream.FaultServer;
import dev.glimprouter.testkit.upstream.Play;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A collector of spans that keeps what it gets. */
final class Collector implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final FaultServer server;

    private Collector(FaultServer server) {
        this.server = server;
    }

    static Collector taking() {
        return new Collector(
                FaultServer.start(_ -> Play.response(200, "application/x-protobuf", "")));
    }

    static Collector refusing() {
        return new Collector(FaultServer.start(_ -> Play.json(400, "{}")));
    }

    URI uri() {
        return server.uri();
    }

    /** Waits until so many spans have come. */
    List<SeenSpan> await(int count) {
        List<SeenSpan> spans = new ArrayList<>();
        for (int order = 0; spans.size() < count; order++) {
            spans.addAll(SeenSpan.of(server.awaitExchange(PATH, order).request().body()));
        }
        return spans;
    }

    /** What came so far. */
    List<Exchange> exchanges() {
        return server.exchanges(PATH);
    }

    Exchange awaitExchange() {
        return server.awaitExchange(PATH, 0);
    }

    @Override
    public void close() {
        server.close();
    }
}
