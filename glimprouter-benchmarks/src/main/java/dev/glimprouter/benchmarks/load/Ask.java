package dev.glimprouter.benchmarks.load;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/**
 * A request to the gateway.
 *
 * @param api by which of OpenAI's interfaces
 * @param stream whether the reply is streamed
 * @param tale what is to be told
 * @param mostTokens most tokens of reasoning and answer; 0 for as many as it takes
 */
record Ask(Api api, boolean stream, Tale tale, int mostTokens) {

    /** OpenAI's interfaces. */
    enum Api {
        CHAT("/v1/chat/completions"),
        RESPONSES("/v1/responses");

        final String path;

        Api(String path) {
            this.path = path;
        }
    }

    static Ask streamed(Tale tale) {
        return new Ask(Api.CHAT, true, tale, 0);
    }

    String path() {
        return api.path;
    }

    String json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("model", "glimprouter").put("stream", stream).put("seed", 1);
        switch (api) {
            case CHAT -> {
                json.putArray("messages")
                        .addObject()
                        .put("role", "user")
                        .put("content", tale.question());
                if (stream) {
                    json.putObject("stream_options").put("include_usage", true);
                }
            }
            case RESPONSES -> json.put("input", tale.question());
        }
        if (mostTokens > 0) {
            json.put(api == Api.CHAT ? "max_tokens" : "max_output_tokens", mostTokens);
        }
        return json.toString();
    }

    /** What kind of request it is, in words. */
    String kind() {
        return api.name().toLowerCase(Locale.ROOT) + (stream ? " streamed" : " whole");
    }
}
