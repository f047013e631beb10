package dev.glimprouter.gateway.internal.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that change nothing here and that chat requests and requests for responses share. */
public final class HarmlessOfBoth {

    private static final String NO_TOOLS = "tools are not called; ";

    static final String ONE_TEXT = "two models write one text; ";

    private HarmlessOfBoth() {}

    /** A new map of them, to which others may be added. */
    public static Map<String, Harmless> fields() {
        Map<String, Harmless> all = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "user",
                        "metadata",
                        "store",
                        "safety_identifier",
                        "prompt_cache_key",
                        "parallel_tool_calls")) {
            all.put(name, Harmless.ALWAYS);
        }
        all.put("tools", Harmless.empty(NO_TOOLS));
        all.put("tool_choice", Harmless.words(NO_TOOLS, "none", "auto"));
        all.put("top_logprobs", Harmless.number(0, ONE_TEXT));
        all.put("service_tier", Harmless.words("", "auto", "default"));
        return all;
    }
}
