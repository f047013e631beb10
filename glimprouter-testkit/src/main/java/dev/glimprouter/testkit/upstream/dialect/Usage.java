package dev.glimprouter.testkit.upstream.dialect;

import tools.jackson.databind.node.ObjectNode;

/** What a generation has used, as servers tell it. */
final class Usage {

    private Usage() {}

    /** OpenAI's usage object. */
    static ObjectNode of(Job job) {
        ObjectNode usage = Json.object();
        usage.put("prompt_tokens", job.promptTokens());
        usage.put("total_tokens", job.promptTokens() + job.writtenTokens());
        usage.put("completion_tokens", job.writtenTokens());
        if (job.manner().has(Quirk.NO_CACHE_REPORT)) {
            usage.putNull("prompt_tokens_details");
        } else {
            usage.putObject("prompt_tokens_details").put("cached_tokens", job.cachedTokens());
        }
        return usage;
    }

    /** llama-server's timings: a millisecond for each prompt token, ten for each other one. */
    static ObjectNode timings(Job job) {
        int evaluated = job.promptTokens() - job.cachedTokens();
        ObjectNode timings = Json.object();
        if (!job.manner().has(Quirk.NO_CACHE_REPORT)) {
            timings.put("cache_n", job.cachedTokens());
        }
        timings.put("prompt_n", evaluated);
        timings.put("prompt_ms", 1.0 * evaluated);
        timings.put("prompt_per_token_ms", 1.0);
        timings.put("prompt_per_second", 1000.0);
        timings.put("predicted_n", job.writtenTokens());
        timings.put("predicted_ms", 10.0 * job.writtenTokens());
        timings.put("predicted_per_token_ms", 10.0);
        timings.put("predicted_per_second", 100.0);
        if (job.manner().has(Quirk.LOGPROBS_DRAFTED)) {
            timings.put("draft_n", 2 * job.writtenTokens());
            timings.put("draft_n_accepted", job.writtenTokens() - 1);
        }
        return timings;
    }

    /** Whether a stream tells usage in a chunk of its own. */
    static boolean isStreamed(Job job) {
        boolean asked = job.ask().body().inner("stream_options").flag("include_usage", false);
        return !job.manner().has(Quirk.NO_USAGE) && (asked || job.manner().has(Quirk.USAGE_CHUNK));
    }
}
