package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.engine.ModelSource;
import dev.glimprouter.engine.Prompt;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.natives.NativeFiles;
import dev.glimprouter.llamacpp.internal.natives.NativeLibraries;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens model files; the native libraries are loaded once for each folder. */
public final class EmbeddedEngines {

    private static final Map<Path, Llama> LIBRARIES = new HashMap<>();

    private EmbeddedEngines() {}

    /** Opens a file as an engine. */
    public static LlamaEngine open(ModelSource.File source, EngineOptions options) {
        String name = source.path().getFileName().toString().replaceFirst("\\.gguf$", "");
        return new EngineOpener(library(options.libraryDirectory()), options)
                .open(source.path(), name, EmbeddedEngines::chatml);
    }

    /** The library of a folder, or our own. */
    public static synchronized Llama library(Optional<Path> directory) {
        NativeFiles files = NativeLibraries.local().locate(directory);
        return LIBRARIES.computeIfAbsent(
                files.directory(),
                folder -> new Llama(folder, files.ggmlBase(), files.ggml(), files.llama()));
    }

    private static int[] chatml(Prompt head, Tokenizer tokenizer) {
        IntList ids = new IntList();
        head.messages()
                .forEach(
                        message -> {
                            ids.addAll(
                                    tokenizer.template(
                                            "<|im_start|>"
                                                    + message.role()
                                                            .name()
                                                            .toLowerCase(java.util.Locale.ROOT)
                                                    + "\n"));
                            ids.addAll(tokenizer.plain(message.content()));
                            ids.addAll(tokenizer.template("<|im_end|>\n"));
                        });
        ids.addAll(tokenizer.template("<|im_start|>assistant\n" + head.opening()));
        return ids.toArray();
    }
}
