package dev.glimprouter.gateway.internal.chat;

import java.util.function.Consumer;

/**
 * Replies as chat completions.
 *
 * @param model the model as the client named it
 * @param choices how many answers are wanted
 * @param usage whether a stream tells the usage at its end
 */
record ChatForm(String model, int choices, boolean usage) implements ReplyForm {

    @Override
    public StreamReply stream(String requestId, long created, Consumer<byte[]> wire) {
        return new ChatStream(head(requestId, created), choices, usage, wire);
    }

    @Override
    public WholeReply whole(String requestId, long created) {
        return new ChatWhole(head(requestId, created));
    }

    private ReplyHead head(String requestId, long created) {
        return new ReplyHead("chatcmpl-" + requestId, created, model);
    }
}
