package dev.glimprouter.gateway.internal.server;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.Headers;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

import java.util.Optional;

/** Knows the socket of the request that a thread is serving. */
final class Connections implements Http1ConnectionListener {

    private static final ThreadLocal<HelidonSocket> CURRENT = new ThreadLocal<>();

    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        CURRENT.set(connection.serverSocket());
    }

    /**
     * The client of the request that this thread is serving, of which the body has been read: from
     * now on it is watched whether it is still there.
     */
    static Client client() {
        Optional<HelidonSocket> socket = Optional.ofNullable(CURRENT.get());
        socket.ifPresent(HelidonSocket::idle);
        return () -> socket.map(HelidonSocket::isConnected).orElse(true);
    }

    /** Somebody who waits for a reply. */
    @FunctionalInterface
    interface Client {

        /** Whether somebody is still there. */
        boolean isThere();
    }
}
