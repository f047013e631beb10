package dev.glimprouter.trace;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.Decided;
import dev.glimprouter.event.RouteEvent.Failed;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Started;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Decision;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.trace.internal.Json;
import dev.glimprouter.trace.internal.ModelCodec;
import dev.glimprouter.trace.internal.UsageCodec;
import dev.glimprouter.trace.internal.WriterMap;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of one question as one JSON object: what {@code ask --json} prints.
 *
 * <p>Its fields are documented in docs/trace.md. It says nothing that the events do not say.
 */
public final class ResultJson {

    private static final String GLIMPSE = "glimpse(";

    private ResultJson() {}

    /** The object on one line, without a line end, from the events of one question in order. */
    public static String of(List<RouteEvent> events) {
        TraceSummary summary = TraceSummary.of(events);
        ObjectNode to = Json.object();
        to.put("answer", summary.answer());
        to.put("reasoning", summary.reasoning().text());
        putSteps(to.putArray("steps"), summary.reasoning().steps(), probes(events));
        to.set("usage", WriterMap.encode(summary.usage(), UsageCodec::encode));
        to.put("outcome", Json.word(summary.outcome()));
        putWord(to, "stop", summary.stop());
        putWord(to, "ended", last(events, Finished.class).map(Finished::ending));
        putError(to, last(events, Failed.class));
        to.put("strategy", summary.strategy());
        tau(events).ifPresentOrElse(tau -> Json.putReal(to, "tau", tau), () -> to.putNull("tau"));
        last(events, Started.class).ifPresent(started -> putSetUp(to, started));
        return Json.text(to.put("nanos", summary.nanos()));
    }

    private static void putSteps(ArrayNode to, List<Step> steps, Map<Integer, Probe> probes) {
        for (Step step : steps) {
            ObjectNode item = to.addObject();
            item.put("index", step.index());
            item.put("writer", Json.word(step.writer()));
            Optional.ofNullable(probes.get(step.index()))
                    .ifPresentOrElse(
                            probe -> Json.putReal(item, "entropy", probe.hInit()),
                            () -> item.putNull("entropy"));
            item.put("text", step.text());
            item.put("tokens", step.tokens());
            if (step.otherTokens() > 0) {
                item.put("otherTokens", step.otherTokens());
            }
            item.put("nanos", step.nanos());
            item.put("ended", Json.word(step.ending()));
        }
    }

    private static void putError(ObjectNode to, Optional<Failed> failed) {
        failed.ifPresentOrElse(
                failure ->
                        to.putObject("error")
                                .put("kind", failure.kind())
                                .put("message", failure.message()),
                () -> to.putNull("error"));
    }

    private static void putSetUp(ObjectNode to, Started started) {
        to.put("seed", started.config().seed());
        to.set("models", WriterMap.encode(started.models(), ModelCodec::encode));
    }

    private static void putWord(ObjectNode to, String name, Optional<? extends Enum<?>> constant) {
        constant.ifPresentOrElse(word -> to.put(name, Json.word(word)), () -> to.putNull(name));
    }

    private static Map<Integer, Probe> probes(List<RouteEvent> events) {
        Map<Integer, Probe> probes = new HashMap<>();
        for (Glimpsed glimpsed : all(events, Glimpsed.class)) {
            glimpsed.probe().ifPresent(probe -> probes.put(glimpsed.step(), probe));
        }
        return probes;
    }

    /** The threshold of the first decision by glimpse: other policies compare other numbers. */
    private static Optional<Double> tau(List<RouteEvent> events) {
        return all(events, Decided.class).stream()
                .map(Decided::decision)
                .filter(decision -> decision.policy().startsWith(GLIMPSE))
                .map(Decision::threshold)
                .findFirst();
    }

    private static <E extends RouteEvent> Optional<E> last(List<RouteEvent> events, Class<E> type) {
        return all(events, type).stream().reduce((_, later) -> later);
    }

    private static <E extends RouteEvent> List<E> all(List<RouteEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
