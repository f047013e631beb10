package dev.glimprouter.gateway.internal.server;

import dev.glimprouter.event.RouteListener;
import dev.glimprouter.gateway.GatewayLog;
import dev.glimprouter.gateway.TraceKeep;
import dev.glimprouter.gateway.internal.access.Accounts;
import dev.glimprouter.gateway.internal.metrics.Metrics;
import dev.glimprouter.gateway.internal.telemetry.Telemetry;
import dev.glimprouter.gateway.internal.traces.TraceFolder;
import dev.glimprouter.time.Time;

import java.util.Optional;

/**
 * What all requests have in common.
 *
 * @param service what is served
 * @param accounts what the owners of keys have used
 * @param admission lets requests in
 * @param occupants those that are in
 * @param traces where traces are kept
 * @param metrics counts
 * @param telemetry tells what becomes of requests
 * @param log hears of failures
 * @param time the clock
 */
record House(
        Service service,
        Accounts accounts,
        Admission admission,
        Occupants occupants,
        Optional<TraceFolder> traces,
        Metrics metrics,
        Telemetry telemetry,
        GatewayLog log,
        Time time) {

    /** From now on these traces stay. */
    void keepTraces(TraceKeep keep) {
        traces.ifPresent(folder -> folder.keep(keep));
    }

    /** Listens to one answer of a request. */
    RouteListener watcher(String requestId) {
        RouteListener counting = metrics.answer();
        return traces.map(folder -> counting.andThen(folder.trace(requestId))).orElse(counting);
    }
}
