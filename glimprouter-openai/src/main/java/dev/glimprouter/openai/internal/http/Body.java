package dev.glimprouter.openai.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glimprouter.openai.internal.sse.EventDecoder;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The first bytes of a reply, up to a bound. */
final class Body {

    /** Most bytes of a whole reply, for the same reason as of an event. */
    static final int MOST = EventDecoder.MOST_BYTES;

    /** Most bytes of a refusal, of which one line is shown: 64 KiB. */
    static final int MOST_OF_REFUSAL = 64 << 10;

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean cut;

    Body(int most) {
        this.most = most;
    }

    /** Keeps what fits. */
    void add(ByteBuffer more) {
        byte[] copy = new byte[Math.min(more.remaining(), most - bytes.size())];
        cut |= copy.length < more.remaining();
        more.get(copy);
        bytes.writeBytes(copy);
    }

    /** Whether some did not fit. */
    boolean cut() {
        return cut;
    }

    String text() {
        return bytes.toString(UTF_8);
    }
}
