package dev.glimprouter.report.internal.html;

import dev.glimprouter.reasoning.Step;
import dev.glimprouter.report.internal.figures.Figures;
import dev.glimprouter.report.internal.figures.Sample;
import dev.glimprouter.report.internal.figures.SampleListener;
import dev.glimprouter.report.internal.figures.SampleMark;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data of the single questions: what a list of them needs, kept here, and all the rest, written
 * away at once as a block of its own, which the page reads when somebody opens the question.
 */
final class QuestionData implements SampleListener {

    private final Writer blocks;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final ArrayNode questions = Json.array();
    private final ArrayNode entries = Json.array();

    /** Blocks go to this writer. */
    QuestionData(Writer blocks) {
        this.blocks = blocks;
    }

    @Override
    public void on(int system, Sample sample, boolean publishable) {
        ArrayNode entry = entries.addArray();
        entry.add(question(sample)).add(system).add(sample.key().repeat());
        entry.add(letter(sample.mark())).add(sample.seconds()).add(strip(sample));
        block("e" + (entries.size() - 1), SampleJson.of(sample, publishable));
    }

    private int question(Sample sample) {
        return numbers.computeIfAbsent(
                sample.key().problem(),
                id -> {
                    ObjectNode question = questions.addObject().put("id", id);
                    sample.subject().ifPresent(subject -> question.put("subject", subject));
                    sample.caveat().ifPresent(caveat -> question.put("caveat", caveat));
                    return questions.size() - 1;
                });
    }

    private static String letter(SampleMark mark) {
        return switch (mark) {
            case RIGHT -> "r";
            case WRONG -> "w";
            case UNSCORED -> "u";
            case FAILED -> "f";
            case UNGRADED -> "n";
        };
    }

    /** Writers and tokens in a row: {@code S12L30}. */
    private static String strip(Sample sample) {
        StringBuilder strip = new StringBuilder();
        for (Step step : sample.summary().reasoning().steps()) {
            strip.append(StepJson.letter(step.writer())).append(step.tokens());
        }
        return strip.toString();
    }

    /** The list, once all samples were heard of. */
    String list(Figures figures) {
        ObjectNode to = Json.object();
        ArrayNode systems = to.putArray("systems");
        ArrayNode taus = to.putArray("taus");
        figures.systems()
                .forEach(
                        system -> {
                            systems.add(system.name());
                            system.glimpses().tau().ifPresentOrElse(taus::add, taus::addNull);
                        });
        to.put("publishable", figures.publishable());
        to.set("questions", questions);
        to.set("entries", entries);
        return data("data", to);
    }

    private void block(String id, JsonNode content) {
        try {
            blocks.write(data(id, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No text in it can end the element, or begin another one. */
    private static String data(String id, JsonNode content) {
        return "<script type=\"application/json\" id=\"%s\">%s</script>\n"
                .formatted(id, Json.text(content).replace("<", "\\u003c"));
    }
}
