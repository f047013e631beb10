package dev.glimprouter.benchmarks.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/**
 * A server on the loopback interface with as little between the socket and what it says as can be:
 * each connection has a thread of its own, which reads, answers and reads again.
 */
final class CannedServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final ServerSocket socket;
    private final Script script;

    /** What a server says. */
    @FunctionalInterface
    interface Script {
        /** Answers a request that has been read whole. */
        void answer(RawRequest request, OutputStream out) throws IOException;
    }

    private CannedServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
    }

    static CannedServer start(Script script) throws IOException {
        CannedServer server =
                new CannedServer(
                        new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), script);
        Thread.ofPlatform().daemon().start(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The benchmark is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            Optional<RawRequest> request = RawRequest.read(client.getInputStream());
            while (request.isPresent()) {
                script.answer(request.get(), client.getOutputStream());
                request = RawRequest.read(client.getInputStream());
            }
        } catch (IOException gone) {
            // A client that hangs up is what glimpses end with.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
