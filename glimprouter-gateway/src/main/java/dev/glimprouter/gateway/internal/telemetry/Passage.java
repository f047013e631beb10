package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.event.RouteListener;
import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.gateway.internal.chat.ChatRequest;
import dev.glimprouter.gateway.internal.metrics.Outcome;
import dev.glimprouter.trace.internal.Json;

import java.time.Duration;
import java.util.Optional;

/** One request's way through the gateway, as others see it. Not thread safe. */
public final class Passage {

    private final Telemetry telemetry;
    private final String id;
    private final String owner;
    private final String model;
    private final Moments start;
    private final RequestSpan span;
    private Optional<RequestReport.Asked> asked = Optional.empty();
    private Optional<Duration> waited = Optional.empty();
    private Optional<Duration> firstText = Optional.empty();
    private int answers;
    private boolean over;

    Passage(
            Telemetry telemetry,
            String id,
            String owner,
            String model,
            Moments start,
            RequestSpan span) {
        this.telemetry = telemetry;
        this.id = id;
        this.owner = owner;
        this.model = model;
        this.start = start;
        this.span = span;
    }

    private Duration untilNow() {
        return Duration.ofNanos(telemetry.time().nanos() - start.nanos());
    }

    /** It is sound: what it asks for may be told. */
    public void planned(ChatRequest request) {
        asked = Optional.of(new RequestReport.Asked(request.model().whole(), request.stream()));
    }

    /** It is its turn. */
    public void admitted() {
        Duration time = untilNow();
        waited = Optional.of(time);
        telemetry.metrics().waited(time);
    }

    /** Text goes out. */
    public void began() {
        if (firstText.isEmpty()) {
            Duration time = untilNow();
            firstText = Optional.of(time);
            telemetry.metrics().genAi(model).began(time);
        }
    }

    /** Listens to one answer. */
    public RouteListener answer() {
        return span.answer(answers++);
    }

    /**
     * It came to its end; later ends are none.
     *
     * @param error a word for what went wrong; blank for nothing
     */
    public void ended(Outcome outcome, int status, String error, RequestReport.Work work) {
        if (over) {
            return;
        }
        over = true;
        Duration total = untilNow();
        boolean stream = asked.map(RequestReport.Asked::stream).orElse(false);
        telemetry.metrics().genAi(model).ended(outcome, stream, total);
        if (outcome == Outcome.OK) {
            telemetry.metrics().genAi(model).used(work, firstText.map(total::minus));
        }
        RequestReport report =
                new RequestReport(
                        start.instant(),
                        id,
                        owner,
                        asked,
                        status,
                        Json.word(outcome),
                        error,
                        new RequestReport.Times(waited, firstText, total),
                        work);
        span.ended(report, outcome);
        telemetry.reports().accept(report);
    }
}
