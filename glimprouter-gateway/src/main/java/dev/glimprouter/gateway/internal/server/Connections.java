package dev.glimprouter.gateway.internal.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;

import java.util.Optional;
import java.util.Set;

/**
 * HTTP/1.1 over connections of which each knows whether its client is still there.
 *
 * @param http speaks HTTP/1.1
 */
record Connections(ServerConnectionSelector http) implements ServerConnectionSelector {

    /** A connection is served by one thread from its beginning to its end. */
    private static final ThreadLocal<Client> CURRENT = new ThreadLocal<>();

    static Connections of(Http1Config config) {
        return new Connections(Http1ConnectionSelector.builder().config(config).build());
    }

    /** The client of the request that this thread is serving, of which the body has been read. */
    static Client client() {
        return Optional.ofNullable(CURRENT.get()).orElse(Client.UNKNOWN);
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        WatchedConnection watched = WatchedConnection.of(context);
        CURRENT.set(watched.bytes());
        return http.connection(watched);
    }
}
