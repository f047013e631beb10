package dev.glimprouter.engine;

/** Opens engines of one kind; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

    /** Whether this provider can run a model from there. */
    boolean accepts(ModelSource source);

    /**
     * Makes the model ready to use.
     *
     * @throws dev.glimprouter.error.SetupException if the model or the engine is not usable
     */
    Engine open(ModelSource source, EngineOptions options);
}
