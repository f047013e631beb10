package dev.glimprouter.testkit.upstream.dialect;

import dev.glimprouter.testkit.Script;

/** The kinds of servers that engines talk to. */
public final class Dialects {

    private Dialects() {}

    /** vLLM 0.33: completions, chat, tokenizer, usage with cached tokens, blocks of 16. */
    public static Dialect vllm(Script script) {
        return new Dialect(new VllmWire(), script, Manner.DEFAULT);
    }

    /** SGLang 0.5.23: logprobs after temperature, text withheld before stops, explicit abort. */
    public static Dialect sglang(Script script) {
        return new Dialect(new SglangWire(), script, Manner.DEFAULT);
    }

    /** llama-server b11434: native completion with slots and timings, and OpenAI's paths. */
    public static Dialect llamaServer(Script script) {
        return new Dialect(new LlamaWire(), script, Manner.DEFAULT);
    }

    /** Ollama 0.33: lines of JSON, texts only. */
    public static Dialect ollama(Script script) {
        return new Dialect(new OllamaWire(), script, Manner.DEFAULT);
    }

    /** A hosted OpenAI-compatible service: texts only, chat continues the assistant's message. */
    public static Dialect openAi(Script script) {
        return new Dialect(new OpenAiWire(), script, Manner.DEFAULT);
    }
}
