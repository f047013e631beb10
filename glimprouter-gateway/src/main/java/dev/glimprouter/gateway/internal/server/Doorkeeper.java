package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.ApiKeys;
import dev.glimprouter.gateway.GatewaySettings;
import dev.glimprouter.gateway.internal.chat.ApiError;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names every request, and lets in who has a key; the health is everybody's business, traces are
 * that of some. Where no keys are wanted, only names of the loopback are answered to, so that no
 * page of another site gets in under a name of its own.
 *
 * @param service tells who may come in
 * @param local whether only this machine can reach the gateway
 */
record Doorkeeper(Service service, boolean local) implements Filter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");
    private static final String CHALLENGE = "Basic realm=\"traces\", charset=\"UTF-8\"";
    private static final int NO_KEY = 401;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        response.header(RequestId.HEADER, RequestId.of(request));
        Optional<ApiError> objection =
                request.path().path().startsWith("/health/")
                        ? Optional.empty()
                        : objection(request);
        if (objection.isPresent()) {
            if (objection.get().status() == NO_KEY && isAboutTraces(request)) {
                response.header(HeaderNames.WWW_AUTHENTICATE, CHALLENGE);
            }
            Answers.error(response, objection.get());
        } else {
            chain.proceed();
        }
    }

    private Optional<ApiError> objection(RoutingRequest request) {
        GatewaySettings settings = service.now().settings();
        ApiKeys keys = settings.access().keys();
        if (keys.isEmpty()) {
            return isKnownHost(request.authority())
                    ? Optional.empty()
                    : refused(403, "unknown_host", "This gateway answers to localhost only.");
        }
        Optional<String> key = Credentials.key(request, isAboutTraces(request));
        if (key.isEmpty()) {
            return refused(
                    NO_KEY,
                    "invalid_api_key",
                    "Send an API key with the header Authorization: Bearer KEY.");
        }
        Optional<String> owner = key.flatMap(keys::owner);
        if (owner.isEmpty()) {
            return refused(NO_KEY, "invalid_api_key", "This API key is not known here.");
        }
        request.context().register(new Guest(owner.get()));
        return isAboutTraces(request) && !mayRead(settings, owner.get())
                ? refused(403, "traces_not_allowed", "This API key may not read traces.")
                : Optional.empty();
    }

    private static boolean isAboutTraces(RoutingRequest request) {
        return request.path().path().startsWith(Routes.TRACES);
    }

    private static boolean mayRead(GatewaySettings settings, String owner) {
        return settings.traces().filter(show -> show.readers().contains(owner)).isPresent();
    }

    private boolean isKnownHost(String authority) {
        String host = PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
        return !local || LOOPBACK.contains(host) || host.startsWith("127.");
    }

    private static Optional<ApiError> refused(int status, String code, String message) {
        return Optional.of(ApiError.ofRequest(status, code, message));
    }
}
