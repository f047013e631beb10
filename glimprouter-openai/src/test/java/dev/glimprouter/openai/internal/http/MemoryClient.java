package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Header;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.time.Time;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A client without sockets: a responder answers at once, and the bytes of its bodies arrive as a
 * test wants them cut.
 */
public final class MemoryClient extends HttpClient {

    private final Responder responder;
    private final Cutter cutter;

    /** A client whose servers answer by a responder, in plays that end. */
    public MemoryClient(Responder responder, Cutter cutter) {
        this.responder = responder;
        this.cutter = cutter;
    }

    /** Says how a body arrives. */
    @FunctionalInterface
    public interface Cutter {
        /** The body in pieces. */
        Arrival cut(Request request, byte[] body);
    }

    /**
     * How a body arrives.
     *
     * @param pieces in the order of their arrival
     * @param whole whether it ends well; else the connection breaks off
     */
    public record Arrival(List<ByteBuffer> pieces, boolean whole) {
        /** Copies the list. */
        public Arrival {
            pieces = List.copyOf(pieces);
        }

        /** All in one piece. */
        public static Arrival atOnce(byte[] body) {
            return new Arrival(List.of(ByteBuffer.wrap(body)), true);
        }

        /** In two pieces. */
        public static Arrival inTwo(byte[] body, int cut) {
            return new Arrival(
                    List.of(
                            ByteBuffer.wrap(body, 0, cut),
                            ByteBuffer.wrap(body, cut, body.length - cut)),
                    true);
        }

        /** Byte by byte. */
        public static Arrival byBytes(byte[] body) {
            List<ByteBuffer> pieces = new ArrayList<>();
            for (int i = 0; i < body.length; i++) {
                pieces.add(ByteBuffer.wrap(body, i, 1));
            }
            return new Arrival(pieces, true);
        }

        /** Only so many bytes. */
        public static Arrival brokenOff(byte[] body, int bytes) {
            return new Arrival(List.of(ByteBuffer.wrap(body, 0, bytes)), false);
        }
    }

    /** A transport to one server by this client. */
    public Transport transport(URI base, Time time) {
        return new Transport(
                List.of(base),
                "",
                ServerSettings.DEFAULT,
                time,
                InstantSource.fixed(Instant.EPOCH),
                this);
    }

    /** The bytes of a play's body. */
    public static byte[] bodyOf(Play play) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Act act : play.acts()) {
            switch (act) {
                case Act.Body part -> body.writeBytes(part.bytes());
                case Act.Event event ->
                        body.writeBytes(event.text().getBytes(StandardCharsets.UTF_8));
                case Act.Head _, Act.End _ -> {}
                case Act.Raw _, Act.Pause _, Act.Wait _, Act.Run _, Act.Break _ ->
                        throw new IllegalArgumentException("not without a socket: " + act);
            }
        }
        return body.toByteArray();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest asked, HttpResponse.BodyHandler<T> handler) {
        Request request = request(asked);
        Play play = responder.answer(request);
        Act.Head head = (Act.Head) play.acts().iterator().next();
        Arrival arrival = cutter.cut(request, bodyOf(play));
        HttpResponse.BodySubscriber<T> reader = handler.apply(new ReplyInfo(head));
        reader.onSubscribe(new Delivery(arrival, reader));
        return new CompletableFuture<>();
    }

    private static Request request(HttpRequest asked) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        asked.bodyPublisher().ifPresent(publisher -> publisher.subscribe(new Collector(body)));
        List<Header> headers = new ArrayList<>();
        asked.headers()
                .map()
                .forEach((name, values) -> headers.add(new Header(name, values.getFirst())));
        return new Request(
                0, 0, asked.method(), asked.uri().getPath(), headers, body.toByteArray(), 0);
    }

    /** Collects a request's body. */
    private record Collector(ByteArrayOutputStream body) implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            byte[] more = new byte[bytes.remaining()];
            bytes.get(more);
            body.writeBytes(more);
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {}
    }

    /** What a reply begins with. */
    private record ReplyInfo(Act.Head head) implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return head.status();
        }

        @Override
        public HttpHeaders headers() {
            Map<String, List<String>> headers = new HashMap<>();
            head.headers().forEach(line -> headers.put(line.name(), List.of(line.value())));
            return HttpHeaders.of(headers, (_, _) -> true);
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    /** Hands out one piece for each that is asked for, and then the end. */
    private static final class Delivery implements Flow.Subscription {
        private final Arrival arrival;
        private final Flow.Subscriber<List<ByteBuffer>> reader;
        private int next;

        Delivery(Arrival arrival, Flow.Subscriber<List<ByteBuffer>> reader) {
            this.arrival = arrival;
            this.reader = reader;
        }

        @Override
        public void request(long count) {
            if (next < arrival.pieces().size()) {
                reader.onNext(List.of(arrival.pieces().get(next)));
                next++;
            } else if (arrival.whole()) {
                reader.onComplete();
            } else {
                reader.onError(new IOException("the connection broke off"));
            }
        }

        @Override
        public void cancel() {
            next = arrival.pieces().size();
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
