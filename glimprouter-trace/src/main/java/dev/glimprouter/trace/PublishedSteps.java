package dev.glimprouter.trace;

import dev.glimprouter.event.RouteEvent;
import dev.glimprouter.event.RouteEvent.AnswerDelta;
import dev.glimprouter.event.RouteEvent.Finished;
import dev.glimprouter.event.RouteEvent.Glimpsed;
import dev.glimprouter.event.RouteEvent.Rejected;
import dev.glimprouter.event.RouteEvent.StepWritten;
import dev.glimprouter.event.Usage;
import dev.glimprouter.glimpse.Probe;
import dev.glimprouter.reasoning.Ending;
import dev.glimprouter.reasoning.Step;
import dev.glimprouter.reasoning.Stop;
import dev.glimprouter.reasoning.Writer;
import dev.glimprouter.strategy.Mode;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of one trace as the published code writes them, added up event by event. */
final class PublishedSteps {

    private static final String BLANK_LINE = "\n\n";
    private static final String CLOSE_TAG = "</think>";

    private final boolean official;
    private final PublishedAnswer answer;
    private final ArrayNode entries = Json.array();
    private final Map<Integer, Probe> probes = new HashMap<>();
    private final Map<Writer, Long> tokens = new HashMap<>();
    private final StringBuilder said = new StringBuilder();
    private Writer sayer = Writer.LARGE;

    private PublishedSteps(Mode mode, PublishedAnswer answer) {
        this.official = mode == Mode.OFFICIAL;
        this.answer = answer;
    }

    /** The list of a trace; without an answer's entry if the question did not finish. */
    static ArrayNode of(Mode mode, List<RouteEvent> events, PublishedAnswer answer) {
        PublishedSteps fold = new PublishedSteps(mode, answer);
        events.forEach(fold::on);
        return fold.entries;
    }

    private void on(RouteEvent event) {
        switch (event) {
            case Glimpsed of -> of.probe().ifPresent(probe -> probes.put(of.step(), probe));
            case Rejected of -> count(of.writer(), of.tokens());
            case StepWritten of -> step(of.written());
            case AnswerDelta of -> {
                sayer = of.writer();
                said.append(of.text());
            }
            case Finished of -> finish(of);
            default -> {}
        }
    }

    private void count(Writer writer, int more) {
        tokens.merge(writer, (long) more, Long::sum);
    }

    private void step(Step step) {
        count(step.writer(), step.tokens());
        Optional<Probe> probe = Optional.ofNullable(probes.get(step.index()));
        entry(step.index(), text(step), step.writer(), step.tokens(), probe);
    }

    private void entry(int id, String text, Writer writer, long count, Optional<Probe> probe) {
        boolean small = writer == Writer.SMALL;
        ObjectNode to = entries.addObject().put("step_id", id).put("step_str", text);
        to.put("small_model_step", small ? text : null);
        to.put("num_output_tokens_small", small ? (Long) count : null);
        to.put("score", probe.map(Probe::hInit).orElse(null));
        to.put("base_model_step", small ? null : text);
        to.put("num_output_tokens_base", small ? null : (Long) count);
        to.put("final_num_output_tokens", count);
        to.put("justification", probe.map(Probe::token).orElse(null));
    }

    /** Without the blank line; with the close tag, which a clean trace does not keep. */
    private String text(Step step) {
        String text = step.text();
        if (text.endsWith(BLANK_LINE) && (official || step.ending() == Ending.BLANK_LINE)) {
            return text.substring(0, text.length() - BLANK_LINE.length());
        }
        return step.ending() == Ending.CLOSE_TAG ? text + CLOSE_TAG : text;
    }

    private void finish(Finished finished) {
        if (!entries.isEmpty() && entries.get(entries.size() - 1) instanceof ObjectNode last) {
            last.put("stop_reason", reason(finished.stop()));
        }
        Usage usage = finished.usage().getOrDefault(sayer, Usage.NONE);
        long count = usage.generatedTokens() - tokens.getOrDefault(sayer, 0L);
        entry(entries.size(), said.toString(), sayer, count, Optional.empty());
        if (entries.get(entries.size() - 1) instanceof ObjectNode last) {
            last.put("answer", answer.isIn(said.toString()));
        }
    }

    private static String reason(Stop stop) {
        return switch (stop) {
            case FINISHED, REPEATED -> "finished";
            case BUDGET, DEADLINE, CONTEXT -> Json.word(stop);
        };
    }
}
