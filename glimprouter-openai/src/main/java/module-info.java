/** Engines behind OpenAI-compatible servers: vLLM, SGLang, llama-server, Ollama and others. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.openai {
    requires static org.jspecify;
    requires transitive dev.glimprouter.core;
    requires dev.glimprouter.template;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    // What the HTTP client needs has to be asked for here: it has no descriptor.
    requires jdk.net;
    requires org.slf4j;
    requires tools.jackson.databind;

    exports dev.glimprouter.openai;

    provides dev.glimprouter.engine.EngineProvider with
            dev.glimprouter.openai.OpenAiProvider;
    provides dev.glimprouter.strategy.RewardProvider with
            dev.glimprouter.openai.RewardServerProvider;
}
