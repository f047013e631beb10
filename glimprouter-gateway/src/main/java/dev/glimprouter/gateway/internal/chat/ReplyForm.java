package dev.glimprouter.gateway.internal.chat;

import java.util.function.Consumer;

/** How the reply to one request looks. */
public interface ReplyForm {

    /**
     * A reply of which nothing was sent yet.
     *
     * @param requestId names the request
     * @param created seconds since 1970
     * @param wire sends an event; safe for use by any thread
     */
    StreamReply stream(String requestId, long created, Consumer<byte[]> wire);

    /**
     * A reply of which nothing has come yet.
     *
     * @param requestId names the request
     * @param created seconds since 1970
     */
    WholeReply whole(String requestId, long created);
}
