package dev.glimprouter.openai.internal.http;

import dev.glimprouter.engine.ServerSettings;
import dev.glimprouter.testkit.upstream.Act;
import dev.glimprouter.testkit.upstream.Header;
import dev.glimprouter.testkit.upstream.Play;
import dev.glimprouter.testkit.upstream.Request;
import dev.glimprouter.testkit.upstream.Responder;
import dev.glimprouter.time.Time;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A client without sockets: a responder answers at once, and the bytes of its bodies arrive as a
 * test wants them cut.
 */
public final class MemoryClient extends CloseableHttpClient {

    private final Responder responder;
    private final Cutter cutter;

    /** A client whose servers answer by a responder, in plays that end. */
    public MemoryClient(Responder responder, Cutter cutter) {
        this.responder = responder;
        this.cutter = cutter;
    }

    /** Says how a body arrives. */
    @FunctionalInterface
    public interface Cutter {
        /** The body in pieces. */
        Arrival cut(Request request, byte[] body);
    }

    /**
     * How a body arrives.
     *
     * @param pieces in the order of their arrival
     * @param whole whether it ends well; else the connection breaks off
     */
    public record Arrival(List<ByteBuffer> pieces, boolean whole) {
        /** Copies the list. */
        public Arrival {
            pieces = List.copyOf(pieces);
        }

        /** All in one piece. */
        public static Arrival atOnce(byte[] body) {
            return new Arrival(List.of(ByteBuffer.wrap(body)), true);
        }

        /** In two pieces. */
        public static Arrival inTwo(byte[] body, int cut) {
            return new Arrival(
                    List.of(
                            ByteBuffer.wrap(body, 0, cut),
                            ByteBuffer.wrap(body, cut, body.length - cut)),
                    true);
        }

        /** Byte by byte. */
        public static Arrival byBytes(byte[] body) {
            List<ByteBuffer> pieces = new ArrayList<>();
            for (int i = 0; i < body.length; i++) {
                pieces.add(ByteBuffer.wrap(body, i, 1));
            }
            return new Arrival(pieces, true);
        }

        /** Only so many bytes. */
        public static Arrival brokenOff(byte[] body, int bytes) {
            return new Arrival(List.of(ByteBuffer.wrap(body, 0, bytes)), false);
        }
    }

    /** A transport to one server by this client. */
    public Transport transport(URI base, Time time) {
        return new Transport(
                List.of(base),
                "",
                ServerSettings.DEFAULT,
                time,
                InstantSource.fixed(Instant.EPOCH),
                this);
    }

    /** The bytes of a play's body. */
    public static byte[] bodyOf(Play play) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Act act : play.acts()) {
            switch (act) {
                case Act.Body part -> body.writeBytes(part.bytes());
                case Act.Event event ->
                        body.writeBytes(event.text().getBytes(StandardCharsets.UTF_8));
                case Act.Head _, Act.End _ -> {}
                case Act.Raw _, Act.Pause _, Act.Wait _, Act.Run _, Act.Break _ ->
                        throw new IllegalArgumentException("not without a socket: " + act);
            }
        }
        return body.toByteArray();
    }

    @Override
    protected CloseableHttpResponse doExecute(
            HttpHost target, ClassicHttpRequest asked, HttpContext context) throws IOException {
        Request request = request(asked);
        Play play = responder.answer(request);
        Act.Head head = (Act.Head) play.acts().iterator().next();
        BasicClassicHttpResponse reply = new BasicClassicHttpResponse(head.status());
        head.headers().forEach(line -> reply.addHeader(line.name(), line.value()));
        reply.setEntity(
                new InputStreamEntity(new Delivery(cutter.cut(request, bodyOf(play))), -1, null));
        return CloseableHttpResponse.adapt(reply);
    }

    private static Request request(ClassicHttpRequest asked) throws IOException {
        HttpEntity entity = asked.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readAllBytes();
        List<Header> headers = new ArrayList<>();
        for (var line : asked.getHeaders()) {
            headers.add(new Header(line.getName(), line.getValue()));
        }
        return new Request(0, 0, asked.getMethod(), asked.getPath(), headers, body, 0);
    }

    /** Hands out one piece for each that is asked for, and then the end. */
    private static final class Delivery extends InputStream {
        private final Arrival arrival;
        private int next;

        Delivery(Arrival arrival) {
            this.arrival = arrival;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (next < arrival.pieces().size()) {
                ByteBuffer piece = arrival.pieces().get(next);
                int length = Math.min(most, piece.remaining());
                piece.get(into, from, length);
                next += piece.hasRemaining() ? 0 : 1;
                return length;
            }
            if (arrival.whole()) {
                return -1;
            }
            throw new IOException("the connection broke off");
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public void close() {}

    @Override
    public void close(CloseMode mode) {}
}
