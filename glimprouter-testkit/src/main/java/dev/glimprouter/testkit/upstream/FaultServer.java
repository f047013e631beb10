package dev.glimprouter.testkit.upstream;

import dev.glimprouter.time.Time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An HTTP/1.1 server on the loopback interface that does what a script says, byte by byte, and
 * remembers every request.
 *
 * <p>A client that closes its side, or only its sending half, ends the play of its request. Closing
 * the server ends all connections and all threads. Thread safe.
 */
public final class FaultServer implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final Responder responder;
    private final Pacer pacer;
    private final Time time;
    private final ServerSocket socket;
    private final Thread acceptor;
    private final Watch watch = new Watch();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Set<Connection> connections = new HashSet<>();
    private final List<Throwable> failures = new ArrayList<>();
    private int accepted;
    private int arrived;
    private volatile boolean closed;

    private FaultServer(int port, Responder responder, Pacer pacer, Time time) {
        this.responder = responder;
        this.pacer = pacer;
        this.time = time;
        try {
            socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        acceptor = Thread.ofVirtual().name("upstream-acceptor").unstarted(this::accept);
    }

    /** Starts a server that passes over pauses. */
    public static FaultServer start(Responder responder) {
        return start(responder, Pacer.none());
    }

    /** Starts a server with this way to pause. */
    public static FaultServer start(Responder responder, Pacer pacer) {
        return start(responder, pacer, Time.system());
    }

    /** Starts a server with this way to pause and this clock for what it records. */
    public static FaultServer start(Responder responder, Pacer pacer, Time time) {
        return start(0, responder, pacer, time);
    }

    /** Starts a server at this port, such as that of one that was closed; 0 for a free one. */
    public static FaultServer start(int port, Responder responder, Pacer pacer, Time time) {
        FaultServer server = new FaultServer(port, responder, pacer, time);
        server.acceptor.start();
        return server;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                welcome(client);
            } catch (IOException over) {
                return;
            }
        }
    }

    private void welcome(Socket client) throws IOException {
        boolean welcome =
                watch.read(
                        () -> {
                            if (!closed) {
                                Connection connection = new Connection(this, client, accepted++);
                                connections.add(connection);
                                connection.start();
                            }
                            return !closed;
                        });
        if (!welcome) {
            client.close();
        }
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The port on which it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** All exchanges so far, in the order in which the requests arrived. */
    public List<Exchange> exchanges() {
        return watch.read(() -> List.copyOf(exchanges));
    }

    /** Forgets the exchanges that have ended, where a long run would fill the memory. */
    public void forget() {
        watch.change(() -> exchanges.removeIf(one -> one.outcome().isPresent()));
    }

    /** The exchanges about this path so far. */
    public List<Exchange> exchanges(String path) {
        return exchanges().stream().filter(one -> one.request().path().equals(path)).toList();
    }

    /** Waits for the request with this number, from 0. */
    public Exchange awaitExchange(int order) {
        return watch.await(
                "request no. " + order,
                () ->
                        order < exchanges.size()
                                ? Optional.of(exchanges.get(order))
                                : Optional.empty());
    }

    /** Waits for the request about this path with this number among them, from 0. */
    public Exchange awaitExchange(String path, int order) {
        return watch.await(
                "request no. " + order + " for " + path,
                () -> exchanges(path).stream().skip(order).findFirst());
    }

    /** Connections accepted so far. */
    public int connections() {
        return watch.read(() -> accepted);
    }

    /** Connections that are open now. */
    public int openConnections() {
        return watch.read(connections::size);
    }

    /** Waits until just so many connections are open. */
    public void awaitOpenConnections(int count) {
        watch.awaitThat(count + " open connections", () -> connections.size() == count);
    }

    /** What scripts threw so far; each was answered with status 500, or broke off. */
    public List<Throwable> failures() {
        return watch.read(() -> List.copyOf(failures));
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
            acceptor.join();
            for (Connection connection : open()) {
                connection.end();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        } catch (InterruptedException interrupted) {
            open().forEach(Connection::close);
            Thread.currentThread().interrupt();
        }
    }

    /** The threads that serve now. */
    List<Thread> threads() {
        List<Thread> threads = new ArrayList<>(List.of(acceptor));
        open().forEach(connection -> threads.addAll(connection.threads()));
        return threads;
    }

    private List<Connection> open() {
        return watch.read(() -> List.copyOf(connections));
    }

    boolean isClosed() {
        return closed;
    }

    Responder responder() {
        return responder;
    }

    Pacer pacer() {
        return pacer;
    }

    long nanos() {
        return time.nanos();
    }

    Exchange arrived(Request raw, int connection) {
        long now = nanos();
        return watch.read(
                () -> {
                    Request request =
                            new Request(
                                    arrived++,
                                    connection,
                                    raw.method(),
                                    raw.target(),
                                    raw.headers(),
                                    raw.body(),
                                    now);
                    Exchange exchange = new Exchange(request, now);
                    watch.change(() -> exchanges.add(exchange));
                    return exchange;
                });
    }

    void failed(RuntimeException failure) {
        watch.change(() -> failures.add(failure));
    }

    void ended(Connection connection) {
        watch.change(() -> connections.remove(connection));
    }
}
