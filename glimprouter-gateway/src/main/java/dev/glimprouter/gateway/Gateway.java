package dev.glimprouter.gateway;

import dev.glimprouter.error.RequestException;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.gateway.internal.server.Certificates;
import dev.glimprouter.gateway.internal.server.HttpServer;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * A running server that speaks OpenAI's chat completions and responses, streamed as the models
 * write.
 *
 * <p>Thread safe. The engines belong to whoever made the offer, and outlive the gateway.
 */
public final class Gateway implements AutoCloseable {

    private final HttpServer server;

    private Gateway(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @throws RequestException if others could come in without a key
     * @throws SetupException if the address cannot be listened at
     */
    public static Gateway start(Offer offer, GatewaySettings settings, GatewayLog log) {
        check(settings);
        boolean local = isLoopback(settings.host());
        return new Gateway(HttpServer.start(offer, settings, local, log));
    }

    /**
     * Checks that nobody else can come in without a key, and that TLS can be spoken.
     *
     * @throws RequestException if others could
     * @throws SetupException if there is no such address, or no such certificate
     */
    public static void check(GatewaySettings settings) {
        settings.tls().ifPresent(Certificates::context);
        if (settings.access().keys().isEmpty() && !isLoopback(settings.host())) {
            throw new RequestException(
                    "At %s others can come in: give serve.keys in the configuration (serve --new-key NAME makes one), or listen at 127.0.0.1."
                            .formatted(settings.host()));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new SetupException(
                    "There is no address %s: check serve.host.".formatted(host), e);
        }
    }

    /**
     * Serves something else from now on, under other settings; requests that are here end as they
     * began.
     *
     * @param whenUnused runs once no request needs what was offered before, on any thread
     * @throws RequestException if the settings differ in what holds until the end (address, TLS,
     *     time to drain, files for spent tokens and traces), or others could come in without a key
     */
    public void replace(Offer offer, GatewaySettings settings, Runnable whenUnused) {
        check(settings);
        server.replace(offer, settings, whenUnused);
    }

    /** Tells the metrics that new settings were not taken, so that the old ones are in force. */
    public void refusedReplacement() {
        server.refusedReplacement();
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    /** Where clients find it. */
    public URI address() {
        return server.address();
    }

    /**
     * Takes no more requests, waits as long as the settings say for those that are there, and
     * cancels the rest.
     *
     * @return whether all came to their end
     */
    public boolean drain() {
        return server.drain();
    }

    /** Ends it at once; what runs is cancelled. */
    @Override
    public void close() {
        server.close();
    }
}
