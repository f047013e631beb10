package dev.glimprouter.testkit.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes an answer's bytes: frames them, counts them, and stops at the play's limit.
 *
 * <p>It counts just before it writes, so that a client which has read something and closes always
 * finds it counted.
 */
final class Pen {

    /** The limit was reached. */
    static final class LimitReached extends Exception {
        private final transient Cut how;

        LimitReached(Cut how) {
            super("the limit was reached", null, false, false);
            this.how = how;
        }

        Cut how() {
            return how;
        }
    }

    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;
    private final Exchange exchange;
    private final Optional<Play.Limit> limit;
    private final int pieceBytes;
    private Framing framing = Framing.CLOSE;
    private long afterHead;

    Pen(OutputStream out, Exchange exchange, Play play) {
        this.out = out;
        this.exchange = exchange;
        this.limit = play.limit();
        this.pieceBytes = play.pieceBytes();
    }

    void head(Act.Head head) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("HTTP/1.1 ").append(head.status()).append(' ').append(head.reason());
        text.append("\r\n");
        for (Header header : head.headers()) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        framing = head.framing();
        write(text.append("\r\n").toString().getBytes(ISO_8859_1), Pen::nothing);
    }

    void raw(byte[] bytes) throws IOException, LimitReached {
        limited(bytes, Pen::nothing);
    }

    void body(Act.Body body) throws IOException, LimitReached {
        int from = 0;
        for (int to : body.cuts()) {
            part(Arrays.copyOfRange(body.bytes(), from, to), Pen::nothing);
            from = to;
        }
        part(Arrays.copyOfRange(body.bytes(), from, body.bytes().length), Pen::nothing);
    }

    void event(Act.Event event) throws IOException, LimitReached {
        part(event.text().getBytes(UTF_8), () -> exchange.wroteEvent(event.tokens()));
    }

    /** Ends the body, and says whether the connection has to be closed now. */
    boolean end() throws IOException, LimitReached {
        if (framing == Framing.CHUNKED) {
            limited("0\r\n\r\n".getBytes(ISO_8859_1), Pen::nothing);
        }
        return framing == Framing.CLOSE;
    }

    private void part(byte[] bytes, Runnable whole) throws IOException, LimitReached {
        int step = pieceBytes > 0 ? pieceBytes : Math.max(1, bytes.length);
        for (int from = 0; from < bytes.length; from += step) {
            int to = Math.min(bytes.length, from + step);
            piece(Arrays.copyOfRange(bytes, from, to), to == bytes.length ? whole : Pen::nothing);
        }
    }

    private void piece(byte[] bytes, Runnable whole) throws IOException, LimitReached {
        if (framing != Framing.CHUNKED) {
            limited(bytes, whole);
            return;
        }
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1);
        byte[] chunk = Arrays.copyOf(size, size.length + bytes.length + LINE_END.length);
        System.arraycopy(bytes, 0, chunk, size.length, bytes.length);
        System.arraycopy(LINE_END, 0, chunk, size.length + bytes.length, LINE_END.length);
        limited(chunk, whole);
    }

    private void limited(byte[] bytes, Runnable whole) throws IOException, LimitReached {
        long left = limit.isEmpty() ? Long.MAX_VALUE : limit.get().bytes() - afterHead;
        int allowed = (int) Math.min(bytes.length, left);
        afterHead += allowed;
        if (allowed == bytes.length) {
            write(bytes, whole);
        } else if (allowed > 0) {
            write(Arrays.copyOf(bytes, allowed), Pen::nothing);
        }
        if (limit.isPresent() && afterHead == limit.get().bytes()) {
            throw new LimitReached(limit.get().how());
        }
    }

    private void write(byte[] bytes, Runnable whole) throws IOException {
        exchange.wrote(bytes.length);
        whole.run();
        out.write(bytes);
        out.flush();
    }

    private static void nothing() {}
}
