package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.gateway.internal.telemetry.Passage;
import dev.glimprouter.gateway.internal.telemetry.Telemetry;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import java.util.Set;

/**
 * Tells of requests that were not let in; the others tell of themselves.
 *
 * @param telemetry where it is told
 */
record TurnedAway(Telemetry telemetry) implements Filter {

    private static final Set<Integer> NOT_IN = Set.of(401, 403);

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        int status = response.status().code();
        if (NOT_IN.contains(status) && request.context().get(Passage.class).isEmpty()) {
            telemetry.turnedAway(RequestId.of(request), status);
        }
    }
}
