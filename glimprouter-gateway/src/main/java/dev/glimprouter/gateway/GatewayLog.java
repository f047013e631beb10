package dev.glimprouter.gateway;

/** Hears of failures that the gateway's owner has to know of. Safe for use by any thread. */
@FunctionalInterface
public interface GatewayLog {

    /**
     * A request failed.
     *
     * @param requestId names the request, as its client knows it
     * @param failure what happened; its message may quote a back end, and so a question
     */
    void failed(String requestId, Throwable failure);
}
