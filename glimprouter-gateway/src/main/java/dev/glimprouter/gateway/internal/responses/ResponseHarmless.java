package dev.glimprouter.gateway.internal.responses;

import dev.glimprouter.gateway.internal.chat.Harmless;
import dev.glimprouter.gateway.internal.chat.HarmlessOfBoth;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;

/** The fields of a request for a response that change nothing here. */
final class ResponseHarmless {

    static final Map<String, Harmless> FIELDS = fields();

    private ResponseHarmless() {}

    private static Map<String, Harmless> fields() {
        Map<String, Harmless> all = HarmlessOfBoth.fields();
        all.put("prompt_cache_retention", Harmless.ALWAYS);
        all.put("max_tool_calls", Harmless.ALWAYS);
        all.put("include", Harmless.empty("nothing can be added; "));
        all.put("background", Harmless.off("nothing is kept for later; "));
        all.put("truncation", Harmless.words("", "disabled"));
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
