package dev.glimprouter.gateway;

/** Hears of what the gateway's owner may have to know. Safe for use by any thread. */
@FunctionalInterface
public interface GatewayLog {

    /**
     * A request failed, or something that all of them need.
     *
     * @param requestId names the request, as its client knows it; a hyphen where it was none
     * @param failure what happened; its message may quote a back end, and so a question
     */
    void failed(String requestId, Throwable failure);

    /** A request that has models run came to its end, or one was turned away at the door. */
    default void ended(RequestReport report) {}
}
