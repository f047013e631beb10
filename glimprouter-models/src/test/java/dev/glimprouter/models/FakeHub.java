package dev.glimprouter.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A model hub on the loopback interface whose next answers are scripted. */
final class FakeHub implements AutoCloseable {

    /** One answer. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    /**
     * What was asked.
     *
     * @param range the Range header
     * @param ifRange the If-Range header
     */
    record Request(String path, Optional<String> range, Optional<String> ifRange) {}

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final BlockingQueue<Long> arrivedBytes = new LinkedBlockingQueue<>();
    private final Deque<Answer> script = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    FakeHub(Answer... script) {
        this.script.addAll(List.of(script));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Adds an answer to the script. */
    FakeHub then(Answer answer) {
        script.add(answer);
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(
                new Request(
                        exchange.getRequestURI().getPath(),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Range"))));
        Answer next = script.poll();
        try (exchange) {
            (next == null ? status(500) : next).give(exchange);
        }
    }

    /** Serves the bytes as a good server does: ranges, and If-Range against the tag. */
    static Answer file(byte[] bytes, String tag) {
        return exchange -> {
            int from = start(exchange, tag);
            exchange.getResponseHeaders().set("ETag", tag);
            if (from > 0) {
                exchange.getResponseHeaders().set("Content-Range", range(from, bytes.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, bytes.length - from);
            exchange.getResponseBody().write(bytes, from, bytes.length - from);
        };
    }

    /** Serves like a good server and cuts the connection when some bytes have arrived. */
    Answer cut(byte[] bytes, String tag, int count) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            serveStart(exchange, bytes, count);
        };
    }

    /** The same without a tag. */
    Answer cutWithoutTag(byte[] bytes, int count) {
        return exchange -> serveStart(exchange, bytes, count);
    }

    /** A client may lose bytes that it has not read when the connection breaks: so wait for it. */
    private void serveStart(HttpExchange exchange, byte[] bytes, int count) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, count);
        exchange.getResponseBody().flush();
        try {
            while (arrivedBytes.take() < count) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes note of what the client has received. */
    void hear(PullEvent event) {
        if (event instanceof PullEvent.Downloading downloading) {
            arrivedBytes.add(downloading.doneBytes());
        }
    }

    /** Promises the rest of the bytes and closes the connection. */
    static Answer promise(byte[] bytes, String tag) {
        return exchange -> {
            int from = start(exchange, tag);
            exchange.getResponseHeaders().set("Content-Range", range(from, bytes.length));
            exchange.sendResponseHeaders(206, bytes.length - from);
            exchange.getResponseBody().flush();
        };
    }

    /** Serves some bytes and then nothing more until the hub is closed or released. */
    Answer stall(byte[] bytes, String tag, int count) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, count);
            exchange.getResponseBody().flush();
            await();
            exchange.getResponseBody().write(bytes, count, bytes.length - count);
        };
    }

    /** Never answers. */
    Answer hang() {
        return _ -> await();
    }

    /** Serves everything, whatever range is asked for. */
    static Answer whole(byte[] bytes) {
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Answer redirect(String location, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(302, -1);
        };
    }

    void release() {
        release.countDown();
    }

    private void await() {
        hanging.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int start(HttpExchange exchange, String tag) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
        boolean whole = range == null || (ifRange != null && !ifRange.equals(tag));
        return whole ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    }

    private static String range(int from, int length) {
        return "bytes " + from + "-" + (length - 1) + "/" + length;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
