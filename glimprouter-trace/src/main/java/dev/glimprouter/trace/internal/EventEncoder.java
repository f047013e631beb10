package dev.glimprouter.trace.internal;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Cancelled;
import dev.glimprouter.event.RouteEvent.Decided;
import dev.glimprouter.event.RouteEvent.Delta;
import dev.glimprouter.event.RouteEvent.Drafted;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Judged;
import dev.glimprouter.event.RouteEvent.Moved;
import dev.glimprouter.event.RouteEvent.Overlapped;
import dev.glimprouter.event.RouteEvent.Prefilled;
import dev.glimprouter.event.RouteEvent.Rejected;
import dev.glimprouter.event.RouteEvent.Retried;
import dev.glimprouter.event.RouteEvent.Speculated;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.reasoning.Writer;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Events to JSON. Of a started event only the time: the header says the rest. */
public final class EventEncoder {

    private EventEncoder() {}

    /** The event's fields. */
    public static ObjectNode encode(RouteEvent event) {
        return switch (event) {
            case Started started -> line(EventType.STARTED, started);
            case Prefilled prefilled -> encode(prefilled);
            case Glimpsed glimpsed -> encode(glimpsed);
            case Decided decided -> encode(decided);
            case Delta delta -> encode(delta);
            case Drafted drafted -> encode(drafted);
            case Judged judged -> encode(judged);
            case Rejected rejected -> encode(rejected);
            case Speculated speculated -> encode(speculated);
            case Overlapped overlapped -> encode(overlapped);
            case Retried retried -> encode(retried);
            case Moved moved -> encode(moved);
            case StepWritten written -> encode(written);
            case AnswerDelta delta -> encode(delta);
            case Finished finished -> encode(finished);
            case Cancelled cancelled ->
                    withUsage(line(EventType.CANCELLED, cancelled), cancelled.usage());
            case Failed failed -> encode(failed);
        };
    }

    private static ObjectNode line(EventType type, RouteEvent event) {
        return Json.object()
                .put("event", Json.word(type))
                .put("step", event.step())
                .put("nanos", event.nanos());
    }

    private static ObjectNode encode(Prefilled event) {
        ObjectNode to = line(EventType.PREFILLED, event);
        to.put("writer", Json.word(event.writer()));
        to.set("cost", UsageCodec.encode(event.cost()));
        return to;
    }

    private static ObjectNode encode(Glimpsed event) {
        ObjectNode to = line(EventType.GLIMPSED, event);
        event.probe()
                .ifPresentOrElse(
                        probe -> to.set("probe", GlimpseCodec.encode(probe)),
                        () -> to.putNull("probe"));
        return to;
    }

    private static ObjectNode encode(Decided event) {
        ObjectNode to = line(EventType.DECIDED, event);
        to.set("decision", StepCodec.encode(event.decision()));
        return to;
    }

    private static ObjectNode encode(Delta event) {
        return line(EventType.DELTA, event)
                .put("attempt", event.attempt())
                .put("writer", Json.word(event.writer()))
                .put("text", event.text());
    }

    private static ObjectNode encode(Drafted event) {
        return line(EventType.DRAFTED, event)
                .put("attempt", event.attempt())
                .put("writer", Json.word(event.writer()))
                .put("text", event.text())
                .put("tokens", event.tokens())
                .put("ended", Json.word(event.ending()));
    }

    private static ObjectNode encode(Judged event) {
        ObjectNode to = line(EventType.JUDGED, event).put("attempt", event.attempt());
        to.set("verdict", StepCodec.encode(event.verdict()));
        return to;
    }

    private static ObjectNode encode(Rejected event) {
        return line(EventType.REJECTED, event)
                .put("attempt", event.attempt())
                .put("writer", Json.word(event.writer()))
                .put("tokens", event.tokens());
    }

    private static ObjectNode encode(Speculated event) {
        ObjectNode to = line(EventType.SPECULATED, event).put("writer", Json.word(event.writer()));
        to.set("speculation", UsageCodec.encode(event.speculation()));
        return to;
    }

    private static ObjectNode encode(Overlapped event) {
        ObjectNode to = line(EventType.OVERLAPPED, event).put("writer", Json.word(event.writer()));
        to.set("overlapping", UsageCodec.encode(event.overlapping()));
        return to;
    }

    private static ObjectNode encode(Retried event) {
        return line(EventType.RETRIED, event)
                .put("writer", Json.word(event.writer()))
                .put("reason", event.reason());
    }

    private static ObjectNode encode(Moved event) {
        return line(EventType.MOVED, event)
                .put("writer", Json.word(event.writer()))
                .put("from", event.from())
                .put("to", event.to())
                .put("reason", event.reason());
    }

    private static ObjectNode encode(StepWritten event) {
        ObjectNode to = line(EventType.STEP_WRITTEN, event);
        to.set("written", StepCodec.encode(event.written()));
        return to;
    }

    private static ObjectNode encode(AnswerDelta event) {
        return line(EventType.ANSWER_DELTA, event)
                .put("writer", Json.word(event.writer()))
                .put("text", event.text());
    }

    private static ObjectNode encode(Finished event) {
        ObjectNode to =
                line(EventType.FINISHED, event)
                        .put("stop", Json.word(event.stop()))
                        .put("answer", event.answer())
                        .put("ended", Json.word(event.ending()));
        return withUsage(to, event.usage());
    }

    private static ObjectNode encode(Failed event) {
        ObjectNode to =
                line(EventType.FAILED, event)
                        .put("kind", event.kind())
                        .put("message", event.message());
        return withUsage(to, event.usage());
    }

    private static ObjectNode withUsage(ObjectNode to, Map<Writer, Usage> usage) {
        to.set("usage", WriterMap.encode(usage, UsageCodec::encode));
        return to;
    }
}
