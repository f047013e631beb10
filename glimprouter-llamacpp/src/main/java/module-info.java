/** The embedded engine: libllama in-process by the Foreign Function and Memory API. */
@org.jspecify.annotations.NullMarked
module dev.glimprouter.llamacpp {
    requires transitive dev.glimprouter.core;
    requires static org.jspecify;
    requires dev.glimprouter.template;

    exports dev.glimprouter.llamacpp;

    provides dev.glimprouter.engine.EngineProvider with
            dev.glimprouter.llamacpp.LlamaCppProvider;
}
