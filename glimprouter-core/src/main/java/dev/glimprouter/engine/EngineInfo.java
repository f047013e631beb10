package dev.glimprouter.engine;

import java.util.Objects;

/**
 * What an engine is, for traces and people.
 *
 * @param engine kind of engine, such as {@code llama.cpp}
 * @param build its version
 * @param model the model's name
 * @param vocabularySize size of the vocabulary in tokens, 0 where unknown
 * @param contextTokens longest text of one session in tokens, 0 where unknown
 * @param contextBytes memory that the context takes beside the weights, 0 where unknown
 */
public record EngineInfo(
        String engine,
        String build,
        String model,
        int vocabularySize,
        int contextTokens,
        long contextBytes) {

    /** Checks ranges. */
    public EngineInfo {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(model, "model");
        if (vocabularySize < 0 || contextTokens < 0 || contextBytes < 0) {
            throw new IllegalArgumentException("sizes must not be negative");
        }
    }
}
