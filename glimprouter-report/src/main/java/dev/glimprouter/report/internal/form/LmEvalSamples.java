package dev.glimprouter.report.internal.form;

import dev.glimprouter.eval.grade.Grade;
import dev.glimprouter.eval.grade.Mark;
import dev.glimprouter.internal.digest.Sha256;
import dev.glimprouter.question.Message;
import dev.glimprouter.question.Role;
import dev.glimprouter.report.internal.figures.Sample;
import dev.glimprouter.report.internal.figures.SampleListener;
import dev.glimprouter.strategy.RouterConfig;
import dev.glimprouter.trace.internal.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Samples in the shape in which lm-evaluation-harness logs them ({@code --log_samples}), a line
 * each. What it has no place for is added: {@code repeat}, {@code mark}, {@code seconds}.
 */
public final class LmEvalSamples implements SampleListener {

    /** What the text begins with. */
    public static final String BEGIN = "{\"doc_id\":";

    private static final String METRIC = "exact_match";
    private static final String WITHHELD = "[withheld]";

    private final Writer out;
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Lines go to this writer. */
    public LmEvalSamples(Writer out) {
        this.out = out;
    }

    @Override
    public void on(int system, Sample sample, boolean publishable) {
        try {
            out.write(Json.text(line(sample, publishable)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode line(Sample sample, boolean publishable) {
        String target = sample.gold().orElse("");
        String prompt = prompt(sample);
        ObjectNode doc = doc(sample);
        ObjectNode to = Json.object();
        to.put("doc_id", number(sample));
        to.set("doc", doc);
        to.put("target", target);
        to.set("arguments", arguments(sample, prompt));
        to.putArray("resps").addArray().add(publishable ? response(sample) : WITHHELD);
        to.putArray("filtered_resps").add(found(sample, publishable));
        to.put("filter", "none");
        ArrayNode metrics = to.putArray("metrics");
        to.put("doc_hash", Sha256.of(Json.text(doc)));
        to.put("prompt_hash", Sha256.of(prompt));
        to.put("target_hash", Sha256.of(target));
        sample.grade()
                .map(Grade::mark)
                .filter(mark -> mark != Mark.UNSCORED)
                .ifPresent(
                        mark -> {
                            metrics.add(METRIC);
                            to.put(METRIC, mark == Mark.RIGHT ? 1.0 : 0.0);
                        });
        to.put("repeat", sample.key().repeat());
        to.put("mark", sample.mark().name().toLowerCase(Locale.ROOT));
        to.put("seconds", sample.seconds());
        return to;
    }

    private int number(Sample sample) {
        return numbers.computeIfAbsent(sample.key().problem(), _ -> numbers.size());
    }

    private static ObjectNode doc(Sample sample) {
        ObjectNode doc = Json.object().put("id", sample.key().problem());
        doc.put("question", question(sample));
        sample.gold().ifPresent(gold -> doc.put("answer", gold));
        sample.subject().ifPresent(subject -> doc.put("subject", subject));
        return doc;
    }

    private static String question(Sample sample) {
        return messages(sample).stream()
                .filter(message -> message.role() == Role.USER)
                .map(Message::content)
                .collect(Collectors.joining("\n\n"));
    }

    /** The conversation as a JSON text, as the harness has it of models with a chat template. */
    private static String prompt(Sample sample) {
        ArrayNode messages = Json.array();
        for (Message message : messages(sample)) {
            messages.addObject()
                    .put("role", Json.word(message.role()))
                    .put("content", message.content());
        }
        return Json.text(messages);
    }

    private static List<Message> messages(Sample sample) {
        return sample.trace().header().question().messages();
    }

    private static JsonNode arguments(Sample sample, String prompt) {
        RouterConfig config = sample.trace().header().config();
        ObjectNode arguments = Json.object();
        ObjectNode first = arguments.putObject("gen_args_0");
        first.put("arg_0", prompt);
        ObjectNode generation = first.putObject("arg_1");
        generation.putArray("until");
        generation.put("do_sample", config.sampling().temperature() > 0);
        generation.put("temperature", config.sampling().temperature());
        generation.put("top_p", config.sampling().topP());
        generation.put("max_gen_toks", config.budget() + config.answerLimit());
        return arguments;
    }

    private static String response(Sample sample) {
        String reasoning = sample.summary().reasoning().text();
        return "<think>\n%s\n</think>\n\n%s"
                .formatted(reasoning.strip(), sample.summary().answer());
    }

    private static String found(Sample sample, boolean publishable) {
        if (!publishable) {
            return WITHHELD;
        }
        return sample.grade().flatMap(Grade::found).orElse("");
    }
}
