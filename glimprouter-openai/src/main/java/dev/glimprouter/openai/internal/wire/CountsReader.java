package dev.glimprouter.openai.internal.wire;

import dev.glimprouter.openai.internal.profile.Profile;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a request has cost, told in OpenAI's {@code usage}, in llama-server's {@code timings}, in
 * SGLang's {@code meta_info} or beside the text.
 */
final class CountsReader {

    private static final double NANOS_PER_MILLI = 1e6;

    private CountsReader() {}

    static Counts read(ObjectNode root, Profile profile) {
        JsonNode usage = root.path("usage");
        JsonNode timings = root.path("timings");
        JsonNode meta = root.path("meta_info");
        OptionalInt cached =
                first(
                        profile.cachedField()
                                .map(at -> count(root.at(at)))
                                .orElse(OptionalInt.empty()),
                        count(meta.path("cached_tokens")));
        return new Counts(
                first(
                        count(usage.path("prompt_tokens")),
                        count(root.path("tokens_evaluated")),
                        count(meta.path("prompt_tokens")),
                        count(root.path("prompt_eval_count"))),
                cached,
                first(
                        count(usage.path("completion_tokens")),
                        count(root.path("tokens_predicted")),
                        count(meta.path("completion_tokens")),
                        count(root.path("eval_count"))),
                nanos(timings.path("prompt_ms"), root.path("prompt_eval_duration")),
                nanos(timings.path("predicted_ms"), root.path("eval_duration")),
                drafted(usage, timings),
                accepted(usage, timings));
    }

    private static OptionalInt drafted(JsonNode usage, JsonNode timings) {
        JsonNode details = usage.path("completion_tokens_details");
        OptionalInt kept = count(details.path("accepted_prediction_tokens"));
        OptionalInt lost = count(details.path("rejected_prediction_tokens"));
        OptionalInt both =
                kept.isPresent() && lost.isPresent()
                        ? OptionalInt.of(kept.getAsInt() + lost.getAsInt())
                        : OptionalInt.empty();
        return first(count(timings.path("draft_n")), both);
    }

    private static OptionalInt accepted(JsonNode usage, JsonNode timings) {
        return first(
                count(timings.path("draft_n_accepted")),
                count(usage.path("completion_tokens_details").path("accepted_prediction_tokens")));
    }

    private static OptionalLong nanos(JsonNode millis, JsonNode nanos) {
        if (millis.isNumber()) {
            return atLeastZero((long) (millis.doubleValue() * NANOS_PER_MILLI));
        }
        return nanos.isNumber() ? atLeastZero(nanos.longValue()) : OptionalLong.empty();
    }

    private static OptionalLong atLeastZero(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static OptionalInt count(JsonNode value) {
        boolean fits = value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
        return fits ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    private static OptionalInt first(OptionalInt... values) {
        for (OptionalInt value : values) {
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalInt.empty();
    }
}
