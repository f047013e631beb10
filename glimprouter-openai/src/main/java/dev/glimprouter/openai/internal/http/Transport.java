package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.Secret;
import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.engine.Timeouts;
import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.openai.internal.sse.EventDecoder;
import dev.glimprouter.time.Cancellation;
import dev.glimprouter.time.Time;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The way to the servers of one model: HTTP/1.1 only, no redirects, the user's certificates, the
 * key to these servers and to no others.
 *
 * <p>HTTP/1.1 because the client would otherwise ask for an upgrade in plain text, at which uvicorn
 * (vLLM, SGLang) loses the body. A key also goes over plain {@code http} if that is the address
 * that the user gave: inside a cluster that is usual, elsewhere it is theirs to avoid.
 *
 * <p>Thread safe; any number of calls may be under way.
 */
public final class Transport implements AutoCloseable {

    private static final Duration FAREWELL_PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOSING_GRACE = Duration.ofSeconds(2);

    private final CloseableHttpClient client;
    private final Set<String> servers;
    private final Optional<Secret> key;
    private final Timeouts timeouts;
    private final Time time;
    private final Failures failures;
    private final Set<Exchange> live = ConcurrentHashMap.newKeySet();
    private final Farewells farewells = new Farewells(CLOSING_GRACE);
    private volatile boolean closed;

    /**
     * A way to servers.
     *
     * @param servers addresses of all of them; what follows the port does not matter
     * @param model the name that the servers know it by; blank for their only one
     * @param settings key, certificates, timeouts
     * @param time what the timeouts are measured with; only the time to connect is the client's own
     * @param clock what dates that servers name are compared with
     * @throws GlimpRouterException if an address or the file of certificates is not usable
     */
    public Transport(
            Collection<URI> servers,
            String model,
            ServerSettings settings,
            Time time,
            InstantSource clock) {
        this(servers, model, settings, time, clock, Client.of(settings));
    }

    Transport(
            Collection<URI> servers,
            String model,
            ServerSettings settings,
            Time time,
            InstantSource clock,
            CloseableHttpClient client) {
        this.client = client;
        this.servers =
                servers.stream().map(Origin::checked).collect(Collectors.toUnmodifiableSet());
        this.key = settings.key();
        this.timeouts = settings.timeouts();
        this.time = time;
        this.failures = new Failures(model, key, clock);
    }

    /**
     * A streamed reply. Its request is sent by the first {@link EventStream#next}, which tells all
     * that goes wrong; the stream can be closed while the connection is still being made.
     *
     * @param decoder a new one
     */
    public EventStream open(Call call, EventDecoder decoder) {
        Exchange exchange = begin(call, decoder.mediaType(), timeouts);
        return new EventStream(exchange, decoder, failures);
    }

    /**
     * Waits for a whole reply, at most for the total timeout.
     *
     * @param until ends the wait, and hangs up
     * @throws GlimpRouterException if it is not ok, or there is none; {@link CancelledException} if
     *     the wait was ended, the thread is interrupted (which stays set) or this transport closed
     */
    public Answer send(Call call, Cancellation until) {
        Answer answer = trySend(call, timeouts.total(), until);
        if (!answer.ok()) {
            throw failures.ofAnswer(call.uri(), answer);
        }
        return answer;
    }

    /**
     * Waits for a whole reply, whatever its status.
     *
     * @throws GlimpRouterException as {@link #send}, but not for a status
     */
    public Answer trySend(Call call, Duration most) {
        return trySend(call, most, new Cancellation());
    }

    /**
     * Sends a request in the background; nobody waits for its reply but {@link #close}, and what
     * goes wrong with it is of no matter.
     */
    public void sendAndForget(Call call) {
        farewells.begin(
                () -> {
                    try {
                        trySend(call, FAREWELL_PATIENCE);
                    } catch (GlimpRouterException lost) {
                        // Closing the stream is the other way to the same end.
                    }
                });
    }

    private Answer trySend(Call call, Duration most, Cancellation until) {
        Timeouts whole = new Timeouts(timeouts.connect(), most, most, most);
        try (Exchange exchange = begin(call, "application/json", whole);
                Cancellation.Registration _ = until.onCancel(exchange::close)) {
            return WholeReply.read(exchange, failures);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CancelledException("The wait for a reply was interrupted.");
        }
    }

    /** How the failures of these servers are told. */
    public Failures failures() {
        return failures;
    }

    /** How many replies are under way. */
    public int live() {
        return live.size();
    }

    /**
     * Closes every reply that is under way, and the connections. What was sent to be forgotten has
     * two seconds to be heard: a server that is not told to stop would go on for nobody.
     */
    @Override
    public void close() {
        farewells.close();
        closed = true;
        live.forEach(Exchange::close);
        client.close(CloseMode.IMMEDIATE);
    }

    private Exchange begin(Call call, String mediaType, Timeouts limits) {
        HttpUriRequestBase request = request(call, mediaType);
        Exchange exchange =
                new Exchange(client, request, call.uri(), failures, time, limits, live::remove);
        live.add(exchange);
        exchange.begin();
        if (closed) {
            exchange.close();
        }
        return exchange;
    }

    private HttpUriRequestBase request(Call call, String mediaType) {
        if (!servers.contains(Origin.of(call.uri()))) {
            throw new IllegalArgumentException(
                    Origin.of(call.uri()) + " is none of the servers of this transport");
        }
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        if (!call.body().isEmpty()) {
            byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
            request.setEntity(new ByteArrayEntity(body, null));
        }
        request.setHeader(HttpHeaders.ACCEPT, mediaType);
        call.headers().forEach(request::setHeader);
        key.ifPresent(
                secret ->
                        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secret.reveal()));
        return request;
    }
}
