package dev.glimprouter.openai.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** A server that reads requests and answers with the very bytes a test gives. */
final class RawServer implements AutoCloseable {

    /** What is played on each connection. */
    @FunctionalInterface
    interface Script {
        void play(Peer peer) throws IOException, InterruptedException;
    }

    /** The heads of all requests so far. */
    final List<String> heads = new CopyOnWriteArrayList<>();

    /** The bodies of all requests so far. */
    final List<String> bodies = new CopyOnWriteArrayList<>();

    private final Semaphore requests = new Semaphore(0);
    private final ServerSocket listener;
    private final Script script;
    private final String scheme;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    RawServer(Script script) {
        this(open(), "http", script);
    }

    RawServer(ServerSocket listener, String scheme, Script script) {
        this.listener = listener;
        this.scheme = scheme;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    URI uri() {
        String host = listener.getInetAddress().getHostAddress();
        return URI.create("%s://%s:%d/v1/x".formatted(scheme, host, listener.getLocalPort()));
    }

    /** Waits for a request that nobody has waited for yet. */
    void awaitRequest() {
        requests.acquireUninterruptibly();
    }

    /** How many connections are not over. */
    int connections() {
        return sockets.size();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            script.play(new Peer(socket));
        } catch (IOException | InterruptedException over) {
            // the client or the test has hung up
        } finally {
            sockets.remove(socket);
        }
    }

    /** One connection, seen from the server. */
    final class Peer {
        private final Socket socket;

        private Peer(Socket socket) {
            this.socket = socket;
        }

        /** Reads a request and keeps it. */
        Peer request() throws IOException {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!read.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                read.write(next);
            }
            String head = read.toString(ISO_8859_1);
            int length =
                    head.lines()
                            .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                            .mapToInt(l -> Integer.parseInt(l.substring(15).strip()))
                            .findFirst()
                            .orElse(0);
            bodies.add(new String(in.readNBytes(length), UTF_8));
            heads.add(head);
            requests.release();
            return this;
        }

        /** Sends text as it is. */
        Peer send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return this;
        }

        /** Begins a reply in chunks. */
        Peer stream() throws IOException {
            return send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        /** Sends one chunk. */
        Peer chunk(String text) throws IOException {
            return send("%x\r\n%s\r\n".formatted(text.getBytes(UTF_8).length, text));
        }

        /** Sends a whole reply. */
        Peer reply(String statusAndHeaders, String body) throws IOException {
            return send(
                    "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(statusAndHeaders, body.getBytes(UTF_8).length, body));
        }

        /** Waits until the client has hung up. */
        void awaitEnd() throws IOException {
            try {
                while (socket.getInputStream().read() >= 0) {}
            } catch (IOException reset) {
                // that is an end too
            }
        }

        /** Breaks the connection off with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
