package dev.glimprouter.eval.run;

import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.eval.internal.run.FailureCodec;
import dev.glimprouter.eval.internal.run.GradeCodec;
import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.trace.Trace;
import dev.glimprouter.trace.TraceHeader;
import dev.glimprouter.trace.internal.EventDecoder;
import dev.glimprouter.trace.internal.EventEncoder;
import dev.glimprouter.trace.internal.Fields;
import dev.glimprouter.trace.internal.HeaderCodec;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry of a run file as JSON. */
final class RunEntryCodec {

    private RunEntryCodec() {}

    /** The fields; the trace, which is nearly all of it, comes last. */
    static ObjectNode encode(RunEntry entry) {
        ObjectNode to =
                Json.object()
                        .put("problem", entry.key().problem())
                        .put("repeat", entry.key().repeat())
                        .put("hash", entry.hash())
                        .put("seed", entry.trace().header().config().seed());
        entry.subject().ifPresent(subject -> to.put("subject", subject));
        entry.caveat().ifPresent(caveat -> to.put("caveat", caveat));
        if (!entry.order().isEmpty()) {
            ArrayNode order = to.putArray("order");
            entry.order().forEach(order::add);
        }
        entry.gold().ifPresent(gold -> to.put("gold", gold));
        entry.grade().ifPresent(grade -> to.set("grade", GradeCodec.encode(grade)));
        entry.failure().ifPresent(failure -> to.set("failure", FailureCodec.encode(failure)));
        to.put("seconds", entry.seconds());
        to.put("alone", entry.alone());
        to.put("attempts", entry.attempts());
        to.set("trace", encode(entry.trace()));
        return to;
    }

    private static ObjectNode encode(Trace trace) {
        ObjectNode to = Json.object();
        to.set("header", HeaderCodec.encode(trace.header()));
        ArrayNode events = to.putArray("events");
        trace.events().forEach(event -> events.add(EventEncoder.encode(event)));
        return to;
    }

    /** Which entry it is, without the rest. */
    static RunKey key(Fields from) {
        return new RunKey(from.text("problem"), from.count("repeat"));
    }

    /** Its mark, without the rest; empty of a failed one. */
    static Optional<Mark> mark(Fields from) {
        return from.maybe("grade").map(grade -> grade.word("mark", Mark.class));
    }

    /**
     * The entry with these fields.
     *
     * @throws IllegalArgumentException if one is missing or wrong
     */
    static RunEntry decode(Fields from) {
        return new RunEntry(
                key(from),
                from.text("hash"),
                from.maybeText("subject"),
                from.maybeText("caveat"),
                from.has("order") ? from.counts("order") : List.of(),
                from.maybeText("gold"),
                from.maybe("grade").map(GradeCodec::decode),
                from.maybe("failure").map(FailureCodec::decode),
                from.real("seconds"),
                from.flag("alone"),
                from.count("attempts"),
                trace(from.child("trace")));
    }

    private static Trace trace(Fields from) {
        TraceHeader header = HeaderCodec.decode(from.child("header"));
        EventDecoder decoder = new EventDecoder(header);
        List<RouteEvent> events = new ArrayList<>();
        List<Fields> all = from.children("events");
        all.forEach(event -> decoder.decode(event).ifPresent(events::add));
        return new Trace(header, events, all.size() - events.size(), false);
    }
}
