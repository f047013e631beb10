package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.Harmless;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a request for a response that change nothing here. */
final class ResponseHarmless {

    private static final String NO_TOOLS = "tools are not called; ";

    static final Map<String, Harmless> FIELDS = fields();

    private ResponseHarmless() {}

    private static Map<String, Harmless> fields() {
        Map<String, Harmless> all = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "user",
                        "metadata",
                        "store",
                        "safety_identifier",
                        "prompt_cache_key",
                        "prompt_cache_retention",
                        "parallel_tool_calls",
                        "max_tool_calls")) {
            all.put(name, Harmless.ALWAYS);
        }
        all.put("tools", Harmless.empty(NO_TOOLS));
        all.put("tool_choice", Harmless.words(NO_TOOLS, "none", "auto"));
        all.put("include", Harmless.empty("nothing can be added; "));
        all.put("background", Harmless.off("nothing is kept for later; "));
        all.put("truncation", Harmless.words("", "disabled"));
        all.put("top_logprobs", Harmless.number(0, "two models write one text; "));
        all.put("service_tier", Harmless.words("", "auto", "default"));
        all.put(
                "text",
                new Harmless(ResponseHarmless::isPlain, "only a format of type text is written"));
        all.put(
                "previous_response_id",
                Harmless.never("nothing is kept; send the conversation in input"));
        all.put("conversation", Harmless.never("nothing is kept; send it in input"));
        all.put("prompt", Harmless.NEVER);
        return all;
    }

    private static boolean isPlain(JsonNode text) {
        return text.isObject()
                && Set.of("format", "verbosity").containsAll(text.propertyNames())
                && (isAbsent(text.path("format"))
                        || text.path("format").path("type").asString("").equals("text"))
                && (isAbsent(text.path("verbosity"))
                        || text.path("verbosity").asString("").equals("medium"));
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
