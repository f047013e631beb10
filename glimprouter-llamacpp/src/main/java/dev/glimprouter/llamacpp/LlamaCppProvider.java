package dev.glimprouter.llamacpp;

import dev.glimprouter.engine.Engine;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.EngineProvider;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.runtime.EmbeddedEngines;

/** Runs GGUF files in this process. */
public final class LlamaCppProvider implements EngineProvider {

    /** Made by the service loader. */
    public LlamaCppProvider() {}

    @Override
    public boolean accepts(ModelSource source) {
        return source instanceof ModelSource.File;
    }

    @Override
    public Engine open(ModelSource source, EngineOptions options) {
        return switch (source) {
            case ModelSource.File file -> EmbeddedEngines.open(file, options);
            case ModelSource.Servers _ ->
                    throw new SetupException("The embedded engine runs files, not servers.");
        };
    }
}
