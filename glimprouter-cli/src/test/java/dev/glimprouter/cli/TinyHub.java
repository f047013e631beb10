package dev.glimprouter.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A model hub on the loopback interface that has one file under every name. */
final class TinyHub implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] file;
    private final int sent;
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private TinyHub(byte[] file, int sent) {
        this.file = file;
        this.sent = sent;
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** Gives the file. */
    static TinyHub of(byte[] file) {
        return new TinyHub(file, file.length);
    }

    /** Gives the file's beginning and then nothing more. */
    static TinyHub hangingAfter(int bytes, byte[] file) {
        return new TinyHub(file, bytes);
    }

    /** The address of a hub that has gone. */
    static URI gone() {
        try (TinyHub hub = of(new byte[0])) {
            return hub.address();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Waits until it gives nothing more. */
    void awaitHanging() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException gone) {
                // The client has left, or this hub is closed.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void answer(Socket client) throws IOException, InterruptedException {
        BufferedReader request =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
        String head =
                "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(file.length);
        OutputStream out = client.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(file, 0, sent);
        out.flush();
        if (sent < file.length) {
            hanging.countDown();
            closed.await();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
