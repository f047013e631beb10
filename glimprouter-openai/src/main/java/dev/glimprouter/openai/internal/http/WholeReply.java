package dev.glimprouter.openai.internal.http;

import dev.glimprouter.error.CancelledException;
import dev.glimprouter.error.GlimpRouterException;
import dev.glimprouter.openai.internal.sse.TooLongException;

import java.nio.ByteBuffer;

/** Reads replies to their end. */
final class WholeReply {

    private WholeReply() {}

    /** Reads a reply of which nothing was taken yet. */
    static Answer read(Exchange exchange, Failures failures) throws InterruptedException {
        return read(exchange, exchange.take(), failures);
    }

    /**
     * Reads the rest. A refusal counts although its body is too long or breaks off.
     *
     * @param first the first bytes, taken already
     */
    static Answer read(Exchange exchange, ByteBuffer first, Failures failures)
            throws InterruptedException {
        if (exchange.end() == StreamEnd.CLOSED) {
            throw new CancelledException("The request was closed before its reply was there.");
        }
        Head head = exchange.head();
        Body body = new Body(head.ok() ? Body.MOST : Body.MOST_OF_REFUSAL);
        ByteBuffer bytes = first;
        while (bytes.hasRemaining() && !body.cut()) {
            body.add(bytes);
            bytes = head.ok() ? exchange.take() : takeWhatComes(exchange);
        }
        if (exchange.end() == StreamEnd.CLOSED) {
            throw new CancelledException("The request was closed before its reply was whole.");
        }
        exchange.close();
        if (head.ok() && body.cut()) {
            throw failures.ofBroken(exchange.uri(), new TooLongException("the reply", Body.MOST));
        }
        return new Answer(head, body.text(), !body.cut());
    }

    private static ByteBuffer takeWhatComes(Exchange exchange) throws InterruptedException {
        exchange.firstTokenSeen();
        try {
            return exchange.take();
        } catch (GlimpRouterException broken) {
            return Exchange.NOTHING;
        }
    }
}
