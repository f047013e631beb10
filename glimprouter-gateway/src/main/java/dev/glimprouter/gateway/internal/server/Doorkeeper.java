package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.gateway.internal.chat.ApiError;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names every request, and lets in who has a key; the health is everybody's business. Where no keys
 * are wanted, only names of the loopback are answered to, so that no page of another site gets in
 * under a name of its own.
 *
 * @param keys who may come in
 * @param local whether only this machine can reach the gateway
 */
record Doorkeeper(ApiKeys keys, boolean local) implements Filter {

    private static final String BEARER = "bearer ";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        Optional<ApiError> objection =
                request.path().path().startsWith("/health/")
                        ? Optional.empty()
                        : objection(request);
        if (objection.isPresent()) {
            Answers.error(response, objection.get());
        } else {
            chain.proceed();
        }
    }

    private Optional<ApiError> objection(RoutingRequest request) {
        if (keys.isEmpty()) {
            return isKnownHost(request.authority())
                    ? Optional.empty()
                    : Optional.of(
                            ApiError.ofRequest(
                                    403,
                                    "unknown_host",
                                    "This gateway answers to localhost only."));
        }
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(
                    refused("Send an API key with the header Authorization: Bearer KEY."));
        }
        return keys.owner(header.substring(BEARER.length()).strip()).isPresent()
                ? Optional.empty()
                : Optional.of(refused("This API key is not known here."));
    }

    private boolean isKnownHost(String authority) {
        String host = authority.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
        return !local || LOOPBACK.contains(host) || host.startsWith("127.");
    }

    private static ApiError refused(String message) {
        return ApiError.ofRequest(401, "invalid_api_key", message);
    }
}
