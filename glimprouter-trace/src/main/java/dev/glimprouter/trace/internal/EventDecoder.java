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
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.trace.TraceHeader;

import java.util.Map;
import java.util.Optional;

/** JSON to events of one trace. */
public final class EventDecoder {

    private final TraceHeader header;

    /** A decoder for the events under {@code header}. */
    public EventDecoder(TraceHeader header) {
        this.header = header;
    }

    /**
     * The event with these fields; empty if its type is not known.
     *
     * @throws IllegalArgumentException if a field is missing or wrong
     */
    public Optional<RouteEvent> decode(Fields from) {
        return EventType.of(from.text("event")).map(type -> decode(type, from));
    }

    private RouteEvent decode(EventType type, Fields from) {
        int step = from.count("step");
        long nanos = from.whole("nanos");
        return switch (type) {
            case STARTED -> started(nanos);
            case PREFILLED ->
                    new Prefilled(
                            step, nanos, writer(from), UsageCodec.decodeCost(from.child("cost")));
            case GLIMPSED ->
                    new Glimpsed(step, nanos, from.maybe("probe").map(GlimpseCodec::decode));
            case DECIDED ->
                    new Decided(step, nanos, StepCodec.decodeDecision(from.child("decision")));
            case DELTA ->
                    new Delta(step, nanos, from.count("attempt"), writer(from), from.text("text"));
            case DRAFTED ->
                    new Drafted(
                            step,
                            nanos,
                            from.count("attempt"),
                            writer(from),
                            from.text("text"),
                            from.count("tokens"),
                            from.word("ended", Ending.class));
            case JUDGED ->
                    new Judged(
                            step,
                            nanos,
                            from.count("attempt"),
                            StepCodec.decodeVerdict(from.child("verdict")));
            case REJECTED ->
                    new Rejected(
                            step, nanos, from.count("attempt"), writer(from), from.count("tokens"));
            case SPECULATED ->
                    new Speculated(
                            step,
                            nanos,
                            writer(from),
                            UsageCodec.decodeSpeculation(from.child("speculation")));
            case OVERLAPPED ->
                    new Overlapped(
                            step,
                            nanos,
                            writer(from),
                            UsageCodec.decodeOverlapping(from.child("overlapping")));
            case RETRIED -> new Retried(step, nanos, writer(from), from.text("reason"));
            case MOVED ->
                    new Moved(
                            step,
                            nanos,
                            writer(from),
                            from.text("from"),
                            from.text("to"),
                            from.text("reason"));
            case STEP_WRITTEN ->
                    new StepWritten(nanos, StepCodec.decodeStep(from.child("written")));
            case ANSWER_DELTA -> new AnswerDelta(step, nanos, writer(from), from.text("text"));
            case FINISHED -> finished(step, nanos, from);
            case CANCELLED -> new Cancelled(step, nanos, usage(from));
            case FAILED ->
                    new Failed(step, nanos, from.text("kind"), from.text("message"), usage(from));
        };
    }

    private Started started(long nanos) {
        return new Started(
                nanos, header.question(), header.strategy(), header.config(), header.models());
    }

    private static Finished finished(int step, long nanos, Fields from) {
        return new Finished(
                step,
                nanos,
                from.word("stop", Stop.class),
                from.text("answer"),
                from.word("ended", Ending.class),
                usage(from));
    }

    private static Writer writer(Fields from) {
        return from.word("writer", Writer.class);
    }

    private static Map<Writer, Usage> usage(Fields from) {
        return WriterMap.decode(from.child("usage"), UsageCodec::decodeUsage);
    }
}
