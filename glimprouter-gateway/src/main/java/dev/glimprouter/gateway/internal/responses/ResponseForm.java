package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.ReplyForm;
import dev.glimprouter.gateway.internal.chat.StreamReply;
import dev.glimprouter.gateway.internal.chat.WholeReply;

import java.util.function.Consumer;

/**
 * Replies as responses.
 *
 * @param echo what they repeat of the request
 */
record ResponseForm(Echo echo) implements ReplyForm {

    @Override
    public StreamReply stream(String requestId, long created, Consumer<byte[]> wire) {
        return new ResponseStream(new ResponseJson(requestId, created, echo), wire);
    }

    @Override
    public WholeReply whole(String requestId, long created) {
        return new ResponseWhole(new ResponseJson(requestId, created, echo));
    }
}
