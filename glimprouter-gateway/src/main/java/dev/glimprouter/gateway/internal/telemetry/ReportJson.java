package dev.glimprouter.gateway.internal.telemetry;

import dev.glimprouter.gateway.RequestReport;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A report as one line of JSON; what there is none of is null, so that every line has each key. */
public final class ReportJson {

    private static final double MICROS_PER_MILLI = 1e3;

    private ReportJson() {}

    /** The line, without its end. */
    public static String of(RequestReport report) {
        ObjectNode to = Json.object();
        to.put("time", report.arrived().truncatedTo(ChronoUnit.MILLIS).toString());
        to.put("request_id", report.id());
        text(to, "key", report.owner());
        text(to, "model", report.asked().map(RequestReport.Asked::model).orElse(""));
        text(to, "strategy", report.work().strategy());
        to.put("stream", report.asked().map(RequestReport.Asked::stream).orElse(false));
        to.put("status", report.status());
        to.put("outcome", report.outcome());
        text(to, "error", report.error());
        times(to, report.times());
        work(to, report.work());
        return Json.text(to);
    }

    private static void times(ObjectNode to, RequestReport.Times times) {
        millis(to, "queue_ms", times.waited());
        millis(to, "first_text_ms", times.firstText());
        millis(to, "total_ms", Optional.of(times.total()));
    }

    private static void work(ObjectNode to, RequestReport.Work work) {
        to.put("prompt_tokens", work.promptTokens());
        to.put("completion_tokens", work.completionTokens());
        to.put("steps_small", work.steps(Writer.SMALL));
        to.put("steps_large", work.steps(Writer.LARGE));
        to.put("discarded_tokens", work.discardedTokens());
    }

    private static void text(ObjectNode to, String name, String value) {
        if (value.isBlank()) {
            to.putNull(name);
        } else {
            to.put(name, value);
        }
    }

    /** Milliseconds, to the microsecond. */
    private static void millis(ObjectNode to, String name, Optional<Duration> time) {
        if (time.isEmpty()) {
            to.putNull(name);
        } else {
            long micros = TimeUnit.NANOSECONDS.toMicros(time.get().toNanos());
            to.put(name, (double) micros / MICROS_PER_MILLI);
        }
    }
}
