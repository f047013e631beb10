package dev.glimprouter.engine;

import java.util.Optional;

/**
 * What runs one model.
 *
 * <p>Thread safe. Closing an engine ends its sessions.
 */
public interface Engine extends AutoCloseable {

    /** What runs here. */
    EngineInfo info();

    /**
     * Opens one question's life on this engine.
     *
     * @throws dev.glimprouter.error.GlimpRouterException if the head cannot be rendered, does not
     *     fit the context, or no more sessions fit
     */
    Session open(Prompt head);

    /**
     * Whether it computes on the processor and in the one thread that other engines of this process
     * compute in, so that two of them cannot work at the same time.
     */
    default boolean sharesProcessor() {
        return false;
    }

    /** Whether it takes requests; asks nobody, and waits for nothing. */
    default EngineHealth health() {
        return EngineHealth.WELL;
    }

    /**
     * Drops what earlier questions left behind to be used again, so that the next one costs what
     * the first one did. Open sessions keep what they have. Does nothing where the cache is not
     * this process's own.
     */
    default void forget() {}

    /**
     * Has the model tell what texts are about; to be closed by the caller.
     *
     * @return empty where this engine cannot
     * @throws dev.glimprouter.error.SetupException if it could, and something is missing here
     */
    default Optional<Embedder> embedder() {
        return Optional.empty();
    }

    @Override
    void close();
}
