package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.memory.FreeMemory;
import dev.glimprouter.llamacpp.internal.ffm.Devices.Device;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.gguf.GgufFile;
import dev.glimprouter.llamacpp.internal.natives.ChildProbe;
import dev.glimprouter.llamacpp.internal.natives.NativeFiles;
import dev.glimprouter.llamacpp.internal.natives.NativeLibraries;
import dev.glimprouter.template.TemplateSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens model files once they were found sound; the libraries are loaded once for each folder. */
public final class EmbeddedEngines {

    private static final Map<Path, Llama> LIBRARIES = new HashMap<>();

    private EmbeddedEngines() {}

    /** Opens a file as an engine. */
    public static LlamaEngine open(ModelSource.File source, EngineOptions options) {
        GgufFile file = GgufFile.read(source.path());
        NativeFiles natives = NativeLibraries.local().locate(options.libraryDirectory());
        Llama library = library(natives);
        requireGpu(library, natives, options.gpuLayers());
        if (!source.trusted()) {
            checkInChild(natives, file.path());
        }
        TemplateSource template = template(file, options.chatTemplate());
        EngineOpener opener = new EngineOpener(library, options);
        Capacity capacity = opener.capacity(file.shape().contextLength());
        MemoryNeed need = MemoryNeed.of(file.shape(), capacity, file.vocabulary().size());
        need.check(FreeMemory.bytes(), capacity);
        return opener.open(
                file.path(),
                name(file.path()),
                need,
                tokenizer -> ModelHead.compile(template, tokenizer));
    }

    /** One child at a time: each computes on all cores. */
    private static synchronized void checkInChild(NativeFiles natives, Path file) {
        ChildProbe.local().check(natives, file);
    }

    /** The library in a folder. */
    public static synchronized Llama library(NativeFiles natives) {
        return LIBRARIES.computeIfAbsent(
                natives.directory(),
                folder -> new Llama(folder, natives.ggmlBase(), natives.ggml(), natives.llama()));
    }

    /** Layers for a GPU would otherwise stay on the processor without a word. */
    private static void requireGpu(Llama library, NativeFiles natives, int gpuLayers) {
        if (gpuLayers > 0 && library.devices().list().stream().noneMatch(Device::gpu)) {
            throw new SetupException(
                    "--gpu-layers %d needs a GPU, and the native libraries in %s use none: leave it out, or give the --lib-dir that 'glimprouter doctor' names."
                            .formatted(gpuLayers, natives.directory()));
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString().replaceFirst("(?i)\\.gguf$", "");
    }

    private static TemplateSource template(GgufFile file, Optional<Path> other) {
        return other.map(TemplateSource::read)
                .orElseGet(() -> new TemplateSource(file.path(), ownTemplate(file)));
    }

    private static String ownTemplate(GgufFile file) {
        return file.chatTemplate()
                .orElseThrow(
                        () ->
                                new SetupException(
                                        "The model file %s has no chat template: give one with --chat-template FILE."
                                                .formatted(file.path())));
    }
}
