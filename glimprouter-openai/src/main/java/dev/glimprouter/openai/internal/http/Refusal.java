package dev.glimprouter.openai.internal.http;

import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.openai.internal.sse.EventDecoder;
import dev.glimprouter.openai.internal.sse.SseDecoder;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** Tells replies that are no streams from those that are. */
final class Refusal {

    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

    private Refusal() {}

    /**
     * Looks at how a reply begins, and reads it all if it is no stream.
     *
     * @param first the first bytes, taken already
     * @return why it is none; empty if it is one
     */
    static Optional<GlimpRouterException> of(
            Exchange exchange, EventDecoder decoder, ByteBuffer first, Failures failures)
            throws InterruptedException {
        Head head = exchange.head();
        if (head.ok() && isStream(head.mediaType(), decoder)) {
            return Optional.empty();
        }
        Answer answer = WholeReply.read(exchange, first, failures);
        if (!answer.ok()) {
            return Optional.of(failures.ofAnswer(exchange.uri(), answer));
        }
        return failures.ofEvent(exchange.uri(), answer.text())
                .or(() -> Optional.of(failures.ofKind(exchange.uri(), head, decoder.mediaType())));
    }

    private static boolean isStream(String mediaType, EventDecoder decoder) {
        boolean json = mediaType.equals("application/json");
        return !PAGES.contains(mediaType) && !(json && decoder instanceof SseDecoder);
    }
}
