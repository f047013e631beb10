package dev.glimprouter.openai;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;

/** Runs models behind OpenAI-compatible servers. */
public final class OpenAiProvider implements EngineProvider {

    /** Made by the service loader. */
    public OpenAiProvider() {}

    @Override
    public boolean accepts(ModelSource source) {
        return source instanceof ModelSource.Servers;
    }

    @Override
    public Engine open(ModelSource source, EngineOptions options) {
        throw new UnsupportedOperationException();
    }
}
