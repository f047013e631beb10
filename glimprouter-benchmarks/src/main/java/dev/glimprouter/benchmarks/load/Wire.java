package dev.glimprouter.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A bare HTTP/1.1 connection to a gateway on this machine. Used by one thread. */
final class Wire implements AutoCloseable {

    private static final int BUFFER_BYTES = 2048;

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /** Connects. */
    static Wire to(int port, int patienceMillis) throws IOException {
        return to(port, patienceMillis, 0);
    }

    /**
     * Connects.
     *
     * @param receiveBytes what the system may hold for a reader that is slow; 0 for the usual
     */
    static Wire to(int port, int patienceMillis, int receiveBytes) throws IOException {
        Socket socket = new Socket();
        try {
            if (receiveBytes > 0) {
                socket.setReceiveBufferSize(receiveBytes);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patienceMillis);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patienceMillis);
            return new Wire(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    void get(String path, String key) throws IOException {
        send("GET", path, key, "");
    }

    void post(String path, String key, String json) throws IOException {
        send("POST", path, key, json);
    }

    private void send(String method, String path, String key, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        text.append("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, path));
        if (!key.isEmpty()) {
            text.append("Authorization: Bearer ").append(key).append("\r\n");
        }
        if (bytes.length > 0) {
            text.append("Content-Type: application/json\r\nContent-Length: ");
            text.append(bytes.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(bytes);
        socket.getOutputStream().write(all.toByteArray());
    }

    /** Reads status and headers. */
    Head head() throws IOException {
        String status = line();
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Head(Integer.parseInt(status.split(" ", 3)[1]), headers);
    }

    /** The body that follows this head: its end is one only if it was told as such. */
    InputStream body(Head head) {
        return head.isChunked()
                ? new ChunkedBody(in, this::line)
                : new FixedBody(in, head.length());
    }

    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended in the middle of a reply");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** Goes away without a word: what arrives from now on is answered by a reset. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
