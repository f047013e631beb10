package dev.glimprouter.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A client's connection, over which one request follows the other. */
final class Line implements AutoCloseable {

    private static final String HEAD_END = "\r\n\r\n";
    private static final String LENGTH = "content-length:";
    private static final byte[] STREAM_END = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] reply = new byte[1 << 16];
    private int size;

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static Line to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new Line(socket);
    }

    /** Sends a request and reads all of the reply. */
    void ask(byte[] request) throws IOException {
        out.write(request);
        size = 0;
        int head = -1;
        while (head < 0) {
            more();
            head = text().indexOf(HEAD_END);
        }
        String headers = text().substring(0, head).toLowerCase(Locale.ROOT);
        int length = headers.indexOf(LENGTH);
        if (length < 0) {
            while (!isStreamOver()) {
                more();
            }
        } else {
            int end = headers.indexOf('\r', length);
            String number =
                    headers.substring(length + LENGTH.length(), end < 0 ? head : end).strip();
            int all = head + HEAD_END.length() + Integer.parseInt(number);
            while (size < all) {
                more();
            }
        }
    }

    private void more() throws IOException {
        if (size == reply.length) {
            reply = Arrays.copyOf(reply, 2 * size);
        }
        int read = in.read(reply, size, reply.length - size);
        if (read < 0) {
            throw new IOException("the connection ended in the middle of a reply: " + text());
        }
        size += read;
    }

    private boolean isStreamOver() {
        int end = STREAM_END.length;
        return size >= end && Arrays.equals(reply, size - end, size, STREAM_END, 0, end);
    }

    /** The last reply. */
    String text() {
        return new String(reply, 0, size, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
