package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Secret;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.openai.internal.sse.SseDecoder;
import dev.glimprouter.testkit.ManualTime;
import dev.glimprouter.time.Cancellation;

import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What the tests of this package share: servers and transports that are closed afterwards. */
@Timeout(60)
abstract class HttpTestBase {

    static final String CANARY = "sk-canary-0123456789abcdef";
    static final Secret KEY = Secret.of("env:CANARY", name -> CANARY);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    final ManualTime time = new ManualTime();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    final <T extends AutoCloseable> T closing(T one) {
        open.push(one);
        return one;
    }

    final RawServer server(RawServer.Script script) {
        return closing(new RawServer(script));
    }

    final Transport transport(URI uri, ServerSettings settings) {
        return closing(new Transport(List.of(uri), "qwen3", settings, time, CLOCK));
    }

    final Transport transport(RawServer server) {
        return transport(server.uri(), ServerSettings.DEFAULT);
    }

    final EventStream stream(RawServer server) {
        return transport(server).open(Call.post(server.uri(), "{}"), new SseDecoder());
    }

    /** Waits for a reply that nobody cancels. */
    static Answer send(Transport transport, Call call) {
        return transport.send(call, new Cancellation());
    }

    static Answer answer(int status, Map<String, String> headers, String body) {
        HeaderGroup lines = new HeaderGroup();
        headers.forEach((name, value) -> lines.addHeader(new BasicHeader(name, value)));
        return new Answer(new Head(status, lines), body, true);
    }

    static List<String> readAll(EventStream stream) {
        List<String> data = new ArrayList<>();
        for (Optional<String> one = stream.next(); one.isPresent(); one = stream.next()) {
            data.add(one.get());
        }
        return data;
    }

    /** Runs something on a virtual thread. */
    static <T> CompletableFuture<T> async(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, task -> Thread.ofVirtual().start(task));
    }

    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    final void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
