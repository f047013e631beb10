package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.engine.Generation;
import dev.glimprouter.engine.Generation.Until;
import dev.glimprouter.engine.Sampling;
import dev.glimprouter.openai.internal.profile.Api;
import dev.glimprouter.openai.internal.profile.Profile;
import dev.glimprouter.openai.internal.profile.SamplingFields;
import dev.glimprouter.openai.internal.profile.SamplingFields.Field;
import dev.glimprouter.openai.internal.profile.StopRule;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Writes the fields of a request that belong together. */
final class FieldWriter {

    private FieldWriter() {}

    /** How tokens are drawn: every parameter that the server takes. */
    static void sampling(SamplingFields fields, Generation from, ObjectNode to) {
        Sampling sampling = from.sampling();
        if (fields.has(Field.TEMPERATURE)) {
            to.put("temperature", sampling.temperature());
        }
        if (fields.has(Field.TOP_P)) {
            to.put("top_p", sampling.topP());
        }
        if (fields.has(Field.TOP_K)) {
            to.put("top_k", sampling.topK() == 0 ? fields.topKOff() : sampling.topK());
        }
        if (fields.has(Field.MIN_P)) {
            to.put("min_p", sampling.minP());
        }
        if (fields.has(Field.SEED)) {
            to.put("seed", foldSeed(from.seed()));
        }
    }

    /** 31 bits: what every server takes as it is, and none takes for "random". */
    private static int foldSeed(long seed) {
        return Long.hashCode(seed) & Integer.MAX_VALUE;
    }

    /** What it stops at. */
    static void stops(StopRule rule, Until until, ObjectNode to) {
        List<String> stops = StopTexts.of(rule, until);
        if (!stops.isEmpty()) {
            ArrayNode array = to.putArray("stop");
            stops.forEach(array::add);
            rule.keepField().ifPresent(field -> to.put(field, true));
        }
    }

    /** How many of the likeliest tokens it lists. */
    static void logProbs(Api api, int top, ObjectNode to) {
        if (top == 0) {
            return;
        }
        switch (api) {
            case COMPLETIONS -> to.put("logprobs", top);
            case LLAMA_COMPLETION -> to.put("n_probs", top);
            case CHAT, OLLAMA_GENERATE -> to.put("logprobs", true).put("top_logprobs", top);
        }
    }

    /** Who asks, how urgently, and where it runs. */
    static void addressing(Profile profile, Api api, Ask ask, ObjectNode to) {
        if (!ask.requestId().isBlank()) {
            profile.requestIdField().ifPresent(field -> to.put(field, ask.requestId()));
        }
        profile.priority().number(ask.urgency()).ifPresent(number -> to.put("priority", number));
        if (api == Api.LLAMA_COMPLETION && ask.slot().isPresent()) {
            to.put("id_slot", ask.slot().getAsInt());
        }
    }
}
