package dev.glimprouter.gateway;

/** Hears of failures that the gateway's owner has to know of. Safe for use by any thread. */
@FunctionalInterface
public interface GatewayLog {

    /**
     * A request failed, or something that all of them need.
     *
     * @param requestId names the request, as its client knows it; a hyphen where it was none
     * @param failure what happened; its message may quote a back end, and so a question
     */
    void failed(String requestId, Throwable failure);
}
