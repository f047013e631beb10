package dev.glimprouter.gateway.internal.chat;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** The fields of a chat request that change nothing here. */
final class ChatHarmless {

    private static final String NO_FUNCTIONS = "functions are not called; ";

    static final Map<String, Harmless> FIELDS = fields();

    private ChatHarmless() {}

    private static Map<String, Harmless> fields() {
        Map<String, Harmless> all = HarmlessOfBoth.fields();
        all.put("functions", Harmless.empty(NO_FUNCTIONS));
        all.put("function_call", Harmless.words(NO_FUNCTIONS, "none", "auto"));
        all.put("logprobs", Harmless.off(HarmlessOfBoth.ONE_TEXT));
        all.put("logit_bias", Harmless.empty(""));
        all.put("presence_penalty", Harmless.number(0, ""));
        all.put("frequency_penalty", Harmless.number(0, ""));
        all.put("repetition_penalty", Harmless.number(1, ""));
        all.put("response_format", new Harmless(ChatHarmless::isText, "only type text is written"));
        all.put("modalities", new Harmless(ChatHarmless::isTextOnly, "only text is written"));
        all.put("verbosity", Harmless.words("", "medium"));
        for (String name :
                List.of("audio", "prediction", "web_search_options", "previous_response_id")) {
            all.put(name, Harmless.NEVER);
        }
        all.put(
                "reasoning_effort",
                Harmless.never("set glimprouter.tau or glimprouter.budget instead"));
        return all;
    }

    private static boolean isText(JsonNode format) {
        return format.isObject() && format.path("type").asString("").equals("text");
    }

    private static boolean isTextOnly(JsonNode list) {
        return list.isArray() && list.size() == 1 && list.path(0).asString("").equals("text");
    }
}
