package dev.glimprouter.cli;

import dev.glimprouter.cli.config.EngineConfig;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

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

    /** What holds where this is written beside the file and wins. */
    EngineConfig over(EngineConfig file) {
        EngineConfig engine = threads == null ? file : file.withThreads(threads);
        engine = gpuLayers == null ? engine : engine.withGpuLayers(gpuLayers);
        engine = context == null ? engine : engine.withContext(context);
        engine = chatTemplate == null ? engine : engine.withChatTemplate(chatTemplate);
        return libraryDirectory == null ? engine : engine.withLibraryDirectory(libraryDirectory);
    }
}
