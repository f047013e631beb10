package dev.glimprouter.testkit.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads requests from a connection. */
final class RequestReader {

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next request as number 0 of connection 0; empty where the client has closed. */
    Optional<Request> read() throws IOException {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] words = first.get().split(" ", -1);
        if (words.length != 3) {
            throw new ProtocolException("not a request line: " + first.get());
        }
        List<Header> headers = headers();
        Request head = new Request(0, 0, words[0], words[1], headers, new byte[0], 0);
        return Optional.of(new Request(0, 0, words[0], words[1], headers, body(head), 0));
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = needed(line()); !line.isEmpty(); line = needed(line())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("not a header: " + line);
            }
            headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] body(Request head) throws IOException {
        String coding = head.header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (coding.contains("chunked")) {
            return chunks();
        }
        return exactly(Integer.parseInt(head.header("Content-Length").orElse("0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(needed(line()).replaceAll(";.*", "").strip(), 16);
            if (size == 0) {
                headers();
                return body.toByteArray();
            }
            body.writeBytes(exactly(size));
            needed(line());
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the request's body ended early");
        }
        return bytes;
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        String text = line.toString(ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    private static String needed(Optional<String> line) throws IOException {
        return line.orElseThrow(() -> new EOFException("the request ended early"));
    }
}
