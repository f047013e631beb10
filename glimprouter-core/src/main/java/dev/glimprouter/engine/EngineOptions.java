package dev.glimprouter.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * How an engine is to be set up.
 *
 * @param contextTokens longest text of one session in tokens
 * @param sessions how many questions run at the same time, at least 1
 * @param branches how many branches may live at the same time beside them
 * @param threads threads for computing; 0 for the machine's cores
 * @param gpuLayers layers to put on a GPU; 0 for none
 * @param chatTemplate a file with a Jinja chat template instead of the model's own
 * @param libraryDirectory a folder with native libraries instead of our own
 * @param loading hears the share loaded so far, from 0 to 1, on an arbitrary thread
 */
public record EngineOptions(
        int contextTokens,
        int sessions,
        int branches,
        int threads,
        int gpuLayers,
        Optional<Path> chatTemplate,
        Optional<Path> libraryDirectory,
        DoubleConsumer loading) {

    /** One question at a time in 12,288 tokens on the CPU: room for the default budgets. */
    public static final EngineOptions DEFAULT =
            new EngineOptions(12_288, 1, 2, 0, 0, Optional.empty(), Optional.empty(), _ -> {});

    /** Checks ranges. */
    public EngineOptions {
        if (contextTokens < 16 || sessions < 1 || branches < 0 || threads < 0 || gpuLayers < 0) {
            throw new IllegalArgumentException(
                    "context at least 16, sessions at least 1, the rest not negative");
        }
    }

    /** The same with another context, in tokens. */
    public EngineOptions withContextTokens(int tokens) {
        return new EngineOptions(
                tokens,
                sessions,
                branches,
                threads,
                gpuLayers,
                chatTemplate,
                libraryDirectory,
                loading);
    }

    /** The same for another number of questions at a time. */
    public EngineOptions withSessions(int count) {
        return new EngineOptions(
                contextTokens,
                count,
                branches,
                threads,
                gpuLayers,
                chatTemplate,
                libraryDirectory,
                loading);
    }

    /** The same with another listener for the loading progress. */
    public EngineOptions withLoading(DoubleConsumer listener) {
        return new EngineOptions(
                contextTokens,
                sessions,
                branches,
                threads,
                gpuLayers,
                chatTemplate,
                libraryDirectory,
                listener);
    }
}
