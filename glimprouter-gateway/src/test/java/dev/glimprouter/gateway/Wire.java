package dev.glimprouter.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.SocketFactory;

/** One HTTP connection of which every byte is seen. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = socket.getInputStream();
    }

    static Wire to(int port) {
        return to(SocketFactory.getDefault(), port);
    }

    static Wire to(SocketFactory sockets, int port) {
        try {
            return new Wire(sockets.createSocket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole reply. */
    record Got(int status, List<String> headers, String body) {

        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        }

        /** The lines that carry data. */
        List<String> data() {
            return body.lines()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring("data: ".length()))
                    .toList();
        }
    }

    Wire post(String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/json");
        all.add("X-Request-Id: test");
        return send("POST " + path, json, all);
    }

    Wire get(String path, String... headers) {
        return send("GET " + path, "", List.of(headers));
    }

    Wire send(String line, String body, List<String> headers) {
        StringBuilder text = new StringBuilder(line + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            text.append("Host: localhost:").append(socket.getPort()).append("\r\n");
        }
        headers.forEach(header -> text.append(header).append("\r\n"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            text.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return raw(text + "\r\n" + body);
    }

    Wire raw(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one reply to its end. */
    Got read() {
        List<String> head = head();
        int status = Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        Got got = new Got(status, head.subList(1, head.size()), "");
        boolean chunked = got.header("Transfer-Encoding").filter("chunked"::equals).isPresent();
        String body =
                chunked
                        ? chunks()
                        : new String(
                                bytes(
                                        got.header("Content-Length")
                                                .map(Integer::parseInt)
                                                .orElse(0)),
                                StandardCharsets.UTF_8);
        return new Got(status, got.headers(), body);
    }

    /** The status line and the headers. */
    List<String> head() {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private String chunks() {
        StringBuilder all = new StringBuilder();
        for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            all.append(chunk);
        }
        return all.toString();
    }

    /** The next piece of a streamed body, as it was sent; empty at its end. */
    String chunk() {
        int length = Integer.parseInt(line(), 16);
        String text = new String(bytes(length), StandardCharsets.UTF_8);
        line();
        return text;
    }

    private String line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private int next() {
        try {
            int b = in.read();
            if (b < 0) {
                throw new AssertionError("the server closed the connection in the middle");
            }
            return b;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes away. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
