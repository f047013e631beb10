package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.gateway.internal.metrics.Metrics;
import dev.glimprouter.gateway.internal.metrics.Outcome;
import dev.glimprouter.time.Time;
import dev.glimprouter.trace.internal.Json;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where it is told what becomes of requests.
 *
 * @param metrics counts
 * @param tracing takes spans
 * @param reports takes a report of each request
 * @param time the clock
 * @param calendar the time of day
 */
public record Telemetry(
        Metrics metrics,
        Tracing tracing,
        Consumer<RequestReport> reports,
        Time time,
        InstantSource calendar) {

    /**
     * A request that has models run is here.
     *
     * @param id names it
     * @param owner the name of its key; blank for none
     * @param model the name of the pair that is served
     * @param headers its headers by name
     */
    public Passage arrive(
            String id, String owner, String model, Function<String, Optional<String>> headers) {
        Moments start = new Moments(calendar.instant(), time.nanos());
        RequestSpan span = RequestSpan.begin(tracing, start, time, headers);
        return new Passage(this, id, owner, model, start, span);
    }

    /** A request was not let in. */
    public void turnedAway(String id, int status) {
        reports.accept(
                new RequestReport(
                        calendar.instant(),
                        id,
                        "",
                        Optional.empty(),
                        status,
                        Json.word(Outcome.REFUSED),
                        "turned_away",
                        new RequestReport.Times(Optional.empty(), Optional.empty(), Duration.ZERO),
                        RequestReport.Work.NONE));
    }
}
