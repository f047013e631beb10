package dev.glimprouter.gateway.internal.server;

import io.helidon.webserver.http.ServerRequest;

/**
 * Whoever sent a request.
 *
 * @param owner the name of the key; blank where nobody needs one
 */
record Guest(String owner) {

    private static final Guest ANYBODY = new Guest("");

    /** Who sent this one, once it was let in. */
    static Guest of(ServerRequest request) {
        return request.context().get(Guest.class).orElse(ANYBODY);
    }
}
