package dev.glimprouter.gateway.internal.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names requests: by what the client calls them, if that is harmless, else by a random number. */
final class RequestId {

    static final HeaderName HEADER = HeaderNames.create("X-Request-Id");

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The name of a request, the same each time. */
    static String of(ServerRequest request) {
        return request.context().get(Named.class).map(Named::id).orElseGet(() -> name(request));
    }

    private static String name(ServerRequest request) {
        String id =
                request.headers()
                        .first(HEADER)
                        .filter(text -> HARMLESS.matcher(text).matches())
                        .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
        request.context().register(new Named(id));
        return id;
    }

    private record Named(String id) {}
}
