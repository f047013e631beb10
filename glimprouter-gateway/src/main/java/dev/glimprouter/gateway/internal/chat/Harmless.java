package dev.glimprouter.gateway.internal.chat;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fields of a chat request that change nothing here: taken at some values, refused at others.
 *
 * @param taken which values are taken
 * @param advice what to do about the others
 */
record Harmless(Predicate<JsonNode> taken, String advice) {

    private static final String LEAVE = "leave it out";

    /** All of them by name. */
    static final Map<String, Harmless> FIELDS = fields();

    private static Map<String, Harmless> fields() {
        Map<String, Harmless> all = new LinkedHashMap<>();
        for (String name :
                List.of("user", "metadata", "store", "safety_identifier", "prompt_cache_key")) {
            all.put(name, new Harmless(_ -> true, LEAVE));
        }
        all.put("tools", new Harmless(Harmless::isEmpty, "tools are not called; " + LEAVE));
        all.put("functions", new Harmless(Harmless::isEmpty, "functions are not called; " + LEAVE));
        all.put("tool_choice", words("tools are not called; " + LEAVE, "none", "auto"));
        all.put("function_call", words("functions are not called; " + LEAVE, "none", "auto"));
        all.put("parallel_tool_calls", new Harmless(_ -> true, LEAVE));
        all.put("logprobs", new Harmless(Harmless::isFalse, "two models write one text; " + LEAVE));
        all.put(
                "top_logprobs",
                new Harmless(value -> is(value, 0), "two models write one text; " + LEAVE));
        all.put("logit_bias", new Harmless(Harmless::isEmpty, LEAVE));
        all.put("presence_penalty", new Harmless(value -> is(value, 0), "send 0 or " + LEAVE));
        all.put("frequency_penalty", new Harmless(value -> is(value, 0), "send 0 or " + LEAVE));
        all.put("repetition_penalty", new Harmless(value -> is(value, 1), "send 1 or " + LEAVE));
        all.put("response_format", new Harmless(Harmless::isText, "only type text is written"));
        all.put("modalities", new Harmless(Harmless::isTextOnly, "only text is written"));
        all.put("service_tier", words(LEAVE, "auto", "default"));
        all.put("verbosity", words(LEAVE, "medium"));
        for (String name :
                List.of("audio", "prediction", "web_search_options", "previous_response_id")) {
            all.put(name, new Harmless(_ -> false, LEAVE));
        }
        all.put(
                "reasoning_effort",
                new Harmless(_ -> false, "set glimprouter.tau or glimprouter.budget instead"));
        return all;
    }

    private static Harmless words(String advice, String... words) {
        Set<String> known = Set.of(words);
        return new Harmless(
                value -> value.isString() && known.contains(value.stringValue()), advice);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainer() && value.isEmpty();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private static boolean is(JsonNode value, int number) {
        return value.isNumber() && value.doubleValue() == number;
    }

    private static boolean isText(JsonNode format) {
        return format.isObject() && format.path("type").asString("").equals("text");
    }

    private static boolean isTextOnly(JsonNode list) {
        return list.isArray() && list.size() == 1 && list.path(0).asString("").equals("text");
    }

    /** Asks for every such field, and refuses the values that cannot be honoured. */
    static void check(Fields from) {
        FIELDS.forEach(
                (name, rule) ->
                        from.value(name)
                                .filter(rule.taken().negate())
                                .ifPresent(
                                        _ -> {
                                            throw Refusal.unsupported(
                                                    from.place(name),
                                                    "%s cannot be honoured here: %s."
                                                            .formatted(
                                                                    from.place(name),
                                                                    rule.advice()));
                                        }));
    }
}
