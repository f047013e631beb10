package dev.glimprouter.cli;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.RequestException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How the models are run. */
final class EngineSettings {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for computing (default: the machine's cores).")
    @Nullable Integer threads;

    @Option(
            names = "--gpu-layers",
            paramLabel = "N",
            description = "Layers to put on a GPU (default: 0); doctor says what that takes.")
    @Nullable Integer gpuLayers;

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            description = "Longest text of each model (default: question, budget and answer).")
    @Nullable Integer context;

    @Option(
            names = "--chat-template",
            paramLabel = "FILE",
            description = "A Jinja chat template instead of the models' own.")
    @Nullable Path chatTemplate;

    @Option(
            names = "--lib-dir",
            paramLabel = "DIR",
            description = "A folder with llama.cpp's libraries instead of our own.")
    @Nullable Path libraryDirectory;

    /**
     * The options that were asked for.
     *
     * @param neededTokens context to reserve where none was asked for
     */
    EngineOptions options(int neededTokens) {
        requireAtLeast("--threads", threads, 1);
        requireAtLeast("--gpu-layers", gpuLayers, 0);
        requireAtLeast("--context", context, 256);
        if (chatTemplate != null && !Files.isRegularFile(chatTemplate)) {
            throw new RequestException(
                    "There is no file %s: check --chat-template.".formatted(chatTemplate));
        }
        if (libraryDirectory != null && !Files.isDirectory(libraryDirectory)) {
            throw new RequestException(
                    "There is no folder %s: check --lib-dir.".formatted(libraryDirectory));
        }
        EngineOptions usual = EngineOptions.DEFAULT;
        return new EngineOptions(
                context == null ? neededTokens : context,
                usual.sessions(),
                0,
                threads == null ? usual.threads() : threads,
                gpuLayers == null ? usual.gpuLayers() : gpuLayers,
                Optional.ofNullable(chatTemplate),
                Optional.ofNullable(libraryDirectory),
                usual.loading());
    }

    private static void requireAtLeast(String option, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new RequestException(
                    "%s must be at least %d, not %d.".formatted(option, least, value));
        }
    }
}
