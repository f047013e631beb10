package dev.glimprouter.cli.config;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.RequestException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the models are run.
 *
 * @param context longest text of each model in tokens; empty for what a question needs
 * @param options all else
 */
public record EngineConfig(Optional<Integer> context, EngineOptions options) {

    /** The usual way, with as many branches as the strategy needs. */
    public static final EngineConfig USUAL =
            new EngineConfig(Optional.empty(), EngineOptions.DEFAULT.withBranches(0));

    private static final int LEAST_CONTEXT = 256;

    /** The same with a context, in tokens. */
    public EngineConfig withContext(int tokens) {
        return new EngineConfig(Optional.of(atLeast("context", tokens, LEAST_CONTEXT)), options);
    }

    /** The same with a number of threads. */
    public EngineConfig withThreads(int count) {
        return with(options.withThreads(atLeast("threads", count, 1)));
    }

    /** The same with so many layers on a GPU. */
    public EngineConfig withGpuLayers(int count) {
        return with(options.withGpuLayers(atLeast("gpu-layers", count, 0)));
    }

    /** The same with a chat template. */
    public EngineConfig withChatTemplate(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RequestException("There is no file %s: check chat-template.".formatted(file));
        }
        return with(options.withChatTemplate(file));
    }

    /** The same with llama.cpp's libraries. */
    public EngineConfig withLibraryDirectory(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RequestException("There is no folder %s: check lib-dir.".formatted(folder));
        }
        return with(options.withLibraryDirectory(folder));
    }

    /** The options for a question that needs so many tokens of context. */
    public EngineOptions optionsFor(int neededTokens) {
        return options.withContextTokens(context.orElse(neededTokens));
    }

    private EngineConfig with(EngineOptions others) {
        return new EngineConfig(context, others);
    }

    private static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new RequestException(
                    "%s must be at least %d, not %d.".formatted(name, least, value));
        }
        return value;
    }
}
