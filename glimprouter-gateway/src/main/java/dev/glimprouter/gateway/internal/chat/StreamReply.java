package dev.glimprouter.gateway.internal.chat;

/** A reply that is sent event by event. Not thread safe, but for {@link #comment}. */
public interface StreamReply extends Reply {

    @Override
    default boolean live() {
        return true;
    }

    /** Ends the stream after the last answer. */
    void done();

    /** Ends the stream with a failure. */
    void failed(ApiError error);

    /** Keeps the connection alive; safe for use by any thread. */
    void comment();
}
