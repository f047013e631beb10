package dev.glimprouter.gateway.internal.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Finds the API key in a request. */
final class Credentials {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private Credentials() {}

    /**
     * The key, whether it is right or not.
     *
     * @param browser whether it may be the password of any user, too, which is what browsers send
     */
    static Optional<String> key(ServerRequest request, boolean browser) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        String kind = header.toLowerCase(Locale.ROOT);
        if (kind.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return browser && kind.startsWith(BASIC)
                ? password(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
