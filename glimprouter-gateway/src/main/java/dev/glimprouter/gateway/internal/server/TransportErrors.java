package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.ErrorJson;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** What is said of requests that never get as far as a route, in the same shape as all else. */
final class TransportErrors implements DirectHandler {

    private static final int SERVER = 500;

    static DirectHandlers all() {
        DirectHandlers.Builder all = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            all.addHandler(type, new TransportErrors());
        }
        return all.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        ApiError error =
                status.code() >= SERVER
                        ? ApiError.ofServer(
                                status.code(), "internal_error", "Something went wrong here.")
                        : ApiError.ofRequest(
                                status.code(),
                                "bad_request",
                                "This is no request that can be read: "
                                        + status.reasonPhrase()
                                        + ".");
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .entity(ErrorJson.of(error))
                .build();
    }
}
