package dev.glimprouter.gateway.internal.chat;

/** A reply that is sent as a whole. Not thread safe. */
public interface WholeReply extends Reply {

    /** The object on one line. */
    String json();
}
