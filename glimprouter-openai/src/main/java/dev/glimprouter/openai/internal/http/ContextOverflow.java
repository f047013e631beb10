package dev.glimprouter.openai.internal.http;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the words with which servers say that a text has outgrown the context. */
final class ContextOverflow {

    private static final Set<Integer> STATUSES = Set.of(400, 413, 422);

    private static final Pattern WORDS =
            Pattern.compile(
                    String.join(
                            "|",
                            // vLLM
                            "maximum context length",
                            "context length is only",
                            "longer than the maximum model length",
                            "decoder prompt is too long",
                            // SGLang
                            "longer than the model's context length",
                            "exceeds? the model's (maximum )?context length",
                            "input length .{0,40}exceeds the maximum allowed length",
                            // llama-server
                            "exceed_context_size",
                            "exceeds? the available context size",
                            "context size has been exceeded",
                            // Ollama
                            "exceed(s|ed) (the |max |maximum )*context length",
                            // OpenAI and gateways
                            "context_length_exceeded",
                            "exceeds? (the |the model's )?context window"));

    private ContextOverflow() {}

    /** Whether a refusal with this status, or without any, means it. */
    static boolean is(OptionalInt status, ServerError error) {
        String words = (error.message() + " " + error.type()).toLowerCase(Locale.ROOT);
        boolean may = status.isEmpty() || STATUSES.contains(status.getAsInt());
        return may && WORDS.matcher(words).find();
    }
}
