package dev.glimprouter.report.internal.html;

import dev.glimprouter.eval.grade.Grade.Place;
import dev.glimprouter.internal.names.Words;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.report.internal.figures.Sample;
import dev.glimprouter.report.internal.figures.StepAccount;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Collectors;

/** A question under one system as the page's script reads it when somebody opens it. */
final class SampleJson {

    private SampleJson() {}

    /** All of it. */
    static ObjectNode of(Sample sample, boolean texts) {
        ObjectNode to = Json.object();
        to.put("seconds", sample.seconds()).put("alone", sample.alone());
        to.put("attempts", sample.attempts());
        sample.summary().stop().ifPresent(stop -> to.put("stop", Words.of(stop)));
        sample.grade()
                .ifPresent(
                        grade -> {
                            to.put("reason", grade.reason());
                            if (grade.place() == Place.REASONING) {
                                to.put("inReasoning", true);
                            }
                            grade.found()
                                    .filter(_ -> texts)
                                    .ifPresent(found -> to.put("found", found));
                        });
        sample.failure()
                .ifPresent(
                        failure ->
                                to.putObject("failure")
                                        .put("kind", failure.kind())
                                        .put("message", failure.message()));
        if (texts) {
            to.put("question", question(sample));
            to.put("answer", sample.summary().answer());
            sample.gold().ifPresent(gold -> to.put("gold", gold));
        }
        StepJson json = new StepJson(texts);
        ArrayNode steps = to.putArray("steps");
        for (StepAccount step : sample.steps()) {
            json.put(steps.addObject(), step);
        }
        return to;
    }

    /** What the user says; an instruction stands among the conditions. */
    private static String question(Sample sample) {
        return sample.trace().header().question().messages().stream()
                .filter(message -> message.role() != Role.SYSTEM)
                .map(Message::content)
                .collect(Collectors.joining("\n\n"));
    }
}
