package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.Chunks;
import dev.glimprouter.gateway.internal.traces.TraceFolder;
import dev.glimprouter.gateway.internal.traces.TracePages;
import dev.glimprouter.gateway.internal.traces.TraceTail;
import dev.glimprouter.time.Cancellation;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Shows traces: a list, one page for each, and its events as they are written.
 *
 * @param house where the requests run
 * @param folder where the traces are
 * @param pages the pages
 */
record TracesHandler(House house, TraceFolder folder, TracePages pages) {

    private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName REFERRER = HeaderNames.create("Referrer-Policy");
    private static final String OWN_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    void list(ServerRequest request, ServerResponse response) {
        send(response, "text/html", pages.list());
    }

    void script(ServerRequest request, ServerResponse response) {
        send(response, "text/javascript", TracePages.resource("trace.js"));
    }

    void style(ServerRequest request, ServerResponse response) {
        send(response, "text/css", TracePages.resource("trace.css"));
    }

    void one(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        if (folder.file(id).isEmpty()) {
            unknown(response);
        } else {
            send(response, "text/html", pages.one(id));
        }
    }

    private static void send(ServerResponse response, String type, String text) {
        response.header(HeaderNames.CONTENT_TYPE, type + "; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(POLICY, OWN_ONLY)
                .header(NO_SNIFF, "nosniff")
                .header(REFERRER, "no-referrer");
        response.send(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void unknown(ServerResponse response) {
        Answers.error(
                response,
                ApiError.ofRequest(404, "unknown_trace", "There is no such trace: see /traces."));
    }

    void events(ServerRequest request, ServerResponse response) {
        String id = request.path().pathParameters().get("id");
        Optional<Path> file = folder.file(id);
        if (file.isEmpty()) {
            unknown(response);
            return;
        }
        Cancellation stop = new Cancellation();
        Client client = Connections.client();
        long silence = house.service().now().settings().keepAlive().toNanos();
        try (EventWire wire = new EventWire(response, house.time(), stop::cancel);
                KeepAlive _ =
                        new KeepAlive(
                                wire, () -> wire.accept(Chunks.comment()), silence, house.time());
                StallGuard _ = new StallGuard(wire, client, house.time());
                Client.Watch _ = client.watch(stop::cancel)) {
            TraceTail.read(file.get(), folder.live(id), line -> show(wire, line), stop);
            wire.accept(event("event: end\ndata:"));
        } catch (IOException gone) {
            house.log().failed(RequestId.of(request), gone);
        }
    }

    private static void show(EventWire wire, String line) {
        wire.accept(event("data: " + line));
        wire.flush();
    }

    private static byte[] event(String text) {
        return (text + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
