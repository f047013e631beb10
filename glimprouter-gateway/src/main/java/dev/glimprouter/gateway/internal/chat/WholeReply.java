package dev.glimprouter.gateway.internal.chat;

/** A reply that is sent as a whole. Not thread safe. */
public interface WholeReply extends Reply {

    @Override
    default boolean live() {
        return false;
    }

    /** The object on one line. */
    String json();
}
