package dev.glimprouter.benchmarks.gateway;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What vLLM writes. */
final class VllmJson {

    static final String VERSION = "{\"version\":\"0.33.0\"}";
    static final String MODELS =
            "{\"object\":\"list\",\"data\":[{\"id\":\"canned\",\"object\":\"model\",\"owned_by\":\"vllm\",\"max_model_len\":16384}]}";

    private static final String ROOT =
            "\"created\":1790000000,\"model\":\"canned\",\"system_fingerprint\":null,\"choices\":[";
    private static final int LISTED = 20;
    private static final int BYTES_PER_TOKEN = 4;

    private VllmJson() {}

    /** The ids of a prompt: a number for every few bytes of it. */
    static String tokenized(String prompt) {
        int count = Math.max(1, prompt.length() / BYTES_PER_TOKEN);
        return "{\"count\":%d,\"max_model_len\":16384,\"tokens\":[%s]}"
                .formatted(
                        count,
                        IntStream.range(0, count)
                                .mapToObj(i -> Integer.toString(1000 + i))
                                .collect(Collectors.joining(",")));
    }

    /**
     * A piece of a completion.
     *
     * @param count how many tokens there are with it
     * @param sure whether the model is sure of the token; it lists none where this is not asked
     * @param finish {@code null}, or why it ended, with its quotes
     * @param stop {@code null}, or the stop text, with its quotes
     */
    static String piece(
            String text, int count, boolean listed, boolean sure, String finish, String stop) {
        return "{\"id\":\"cmpl-1\",\"object\":\"text_completion\","
                + ROOT
                + "{\"index\":0,\"text\":"
                + quoted(text)
                + ",\"logprobs\":"
                + (listed ? listed(sure) : "null")
                + ",\"finish_reason\":%s,\"stop_reason\":%s,\"token_ids\":[%d],\"prompt_token_ids\":null}],"
                        .formatted(finish, stop, 100 + count)
                + usage(count)
                + "}";
    }

    /** What a completion has taken. */
    static String usagePiece(int count) {
        return "{\"id\":\"cmpl-1\",\"object\":\"text_completion\","
                + ROOT
                + "],"
                + usage(count)
                + "}";
    }

    /** A piece of a chat completion. */
    static String chatPiece(String delta, String finish) {
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\","
                + ROOT
                + "{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}]}"
                        .formatted(delta, finish);
    }

    /** A whole chat completion. */
    static String chat(String thoughts, String answer, int count) {
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\","
                + ROOT
                + "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":%s,\"reasoning_content\":%s},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                        .formatted(quoted(answer), quoted(thoughts))
                + usage(count)
                + "}";
    }

    private static String usage(int count) {
        return "\"usage\":{\"prompt_tokens\":64,\"total_tokens\":%d,\"completion_tokens\":%d,\"prompt_tokens_details\":{\"cached_tokens\":48}}"
                .formatted(64 + count, count);
    }

    private static String listed(boolean sure) {
        String top =
                IntStream.range(0, LISTED)
                        .mapToObj(i -> "\"token_id:%d\":%s".formatted(100 + i, logProb(i, sure)))
                        .collect(Collectors.joining(","));
        return "{\"text_offset\":[0],\"token_logprobs\":[%s],\"tokens\":[\"token_id:100\"],\"top_logprobs\":[{%s}]}"
                .formatted(logProb(0, sure), top);
    }

    private static String logProb(int rank, boolean sure) {
        double logProb = sure ? (rank == 0 ? -0.01 : -6 - rank / 4.0) : -3 - rank / 100.0;
        return String.format(Locale.ROOT, "%.4f", logProb);
    }

    static String quoted(String text) {
        return '"' + text.replace("\n", "\\n") + '"';
    }
}
