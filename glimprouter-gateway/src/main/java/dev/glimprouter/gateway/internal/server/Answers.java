package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.chat.ApiError;
import dev.glimprouter.gateway.internal.chat.ErrorJson;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends whole replies. */
final class Answers {

    /** OpenAI's clients try again after every 429, unless this says that it is of no use. */
    private static final HeaderName SHOULD_RETRY = HeaderNames.create("X-Should-Retry");

    private static final int BUSY = 429;
    private static final String JSON = "application/json";

    private Answers() {}

    static void json(ServerResponse response, String json) {
        response.header(HeaderNames.CONTENT_TYPE, JSON);
        response.send(json.getBytes(StandardCharsets.UTF_8));
    }

    static void error(ServerResponse response, ApiError error) {
        response.status(error.status());
        error.retryAfter()
                .ifPresent(wait -> response.header(HeaderNames.RETRY_AFTER, seconds(wait)));
        if (error.status() == BUSY && error.retryAfter().isEmpty()) {
            response.header(SHOULD_RETRY, "false");
        }
        json(response, ErrorJson.of(error));
    }

    /** At least one: clients that are told none come back without a pause. */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000L)));
    }
}
