package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.time.Time;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;

import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * A connection whose bytes are read ahead.
 *
 * @param inner the connection itself
 * @param bytes its bytes
 * @param dataReader reads them
 */
record WatchedConnection(ConnectionContext inner, ReadAhead bytes, DataReader dataReader)
        implements ConnectionContext {

    static WatchedConnection of(ConnectionContext inner) {
        DataReader reader = inner.dataReader();
        ReadAhead bytes =
                new ReadAhead(
                        () -> {
                            reader.ensureAvailable();
                            return reader.readBytes(reader.available());
                        },
                        inner.serverSocket()::close,
                        Time.system());
        return new WatchedConnection(inner, bytes, DataReader.create(bytes));
    }

    @Override
    public ListenerContext listenerContext() {
        return inner.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return inner.executor();
    }

    @Override
    public DataWriter dataWriter() {
        return inner.dataWriter();
    }

    @Override
    public Router router() {
        return inner.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return inner.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return inner.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return inner.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return inner.localPeer();
    }

    @Override
    public boolean isSecure() {
        return inner.isSecure();
    }

    @Override
    public String socketId() {
        return inner.socketId();
    }

    @Override
    public String childSocketId() {
        return inner.childSocketId();
    }
}
