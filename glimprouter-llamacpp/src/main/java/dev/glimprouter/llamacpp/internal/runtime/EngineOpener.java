package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.internal.memory.FreeMemory;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.ffm.Llama.AbortFlag;
import dev.glimprouter.llamacpp.internal.ffm.Llama.ContextOptions;
import dev.glimprouter.llamacpp.internal.ffm.LoadProgress;
import dev.glimprouter.llamacpp.internal.ffm.NativeLog;
import dev.glimprouter.llamacpp.internal.ffm.Vocabulary;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * Brings a model file that was found sound into memory: the weights on the calling thread, so that
 * several models load at once, and the context on the decode thread.
 */
public final class EngineOpener {

    /** Prefill of one batch: short enough to cancel, long enough to be fast. */
    private static final int CHUNK_TOKENS = 64;

    private final Llama llama;
    private final EngineOptions options;
    private final DecodeLoop loop;

    /** An opener for one library. */
    public EngineOpener(Llama llama, EngineOptions options) {
        this(
                llama,
                options,
                options.gpuLayers() > 0 ? DecodeLoop.ofGpu() : DecodeLoop.ofProcessor());
    }

    /** An opener of models that one loop serves. */
    EngineOpener(Llama llama, EngineOptions options, DecodeLoop loop) {
        this.llama = llama;
        this.options = options;
        this.loop = loop;
    }

    /** How many questions of how many tokens the options ask for. */
    Capacity capacity(int trainedContext) {
        int sessionTokens = Math.min(options.contextTokens(), trainedContext);
        return new Capacity(
                options.sessions(), options.branches(), sessionTokens, CHUNK_TOKENS, true);
    }

    /** Loads a model of which nobody knows what its context takes. */
    public LlamaEngine open(Path file, String name, HeadFactory heads) {
        return open(file, name, MemoryNeed.NONE, heads);
    }

    /**
     * Loads the model.
     *
     * @param need what its context takes beside the weights; checked when those are there
     * @param heads renders what sessions begin with
     */
    LlamaEngine open(Path file, String name, MemoryNeed need, HeadFactory heads) {
        MemorySegment model = load(file);
        return loop.call(() -> withModel(model, name, need, heads));
    }

    private MemorySegment load(Path file) {
        NativeLog.clear();
        MemorySegment model =
                LoadProgress.told(
                        options.loading(),
                        progress -> llama.loadModel(file, options.gpuLayers(), progress));
        if (model.address() == 0) {
            throw new SetupException(
                    "llama.cpp cannot load %s: %s. Check the file or pull it again."
                            .formatted(file, NativeLog.last()));
        }
        return model;
    }

    private LlamaEngine withModel(
            MemorySegment model, String name, MemoryNeed need, HeadFactory heads) {
        NativeLog.clear();
        try {
            return withContext(model, name, need, heads);
        } catch (RuntimeException | Error failure) {
            llama.freeModel(model);
            throw failure;
        }
    }

    private LlamaEngine withContext(
            MemorySegment model, String name, MemoryNeed need, HeadFactory heads) {
        Vocabulary vocabulary = llama.vocabulary(model);
        if (!vocabulary.hasDecoder()) {
            throw new SetupException("%s cannot generate text: it has no decoder.".formatted(name));
        }
        int threads =
                options.threads() > 0
                        ? options.threads()
                        : Runtime.getRuntime().availableProcessors();
        Capacity capacity = capacity(vocabulary.trainedContext());
        Tokenizer tokenizer = new Tokenizer(vocabulary);
        HeadRenderer renderer = heads.of(tokenizer);
        need.check(FreeMemory.bytes(), capacity);
        AbortFlag abort = llama.newAbortFlag();
        MemorySegment context = newContext(model, capacity, threads, abort);
        try {
            llama.attachPool(context, llama.pools().of(loop.name(), threads));
            SequencePool pool = new SequencePool(loop.lock(), capacity, vocabulary.size());
            EngineInfo info =
                    new EngineInfo(
                            "llama.cpp",
                            llama.version(),
                            name,
                            vocabulary.size(),
                            capacity.sessionTokens(),
                            need.bytes());
            LoadedModel loaded =
                    new LoadedModel(llama, model, context, abort, loop, pool, capacity);
            LlamaEngine engine =
                    new LlamaEngine(
                            info,
                            loaded,
                            tokenizer,
                            capacity,
                            renderer,
                            () -> LlamaEmbedder.open(llama, model, loop, tokenizer, threads));
            loop.add(loaded);
            return engine;
        } catch (RuntimeException | Error failure) {
            llama.freeContext(context);
            throw failure;
        }
    }

    private MemorySegment newContext(
            MemorySegment model, Capacity capacity, int threads, AbortFlag abort) {
        MemorySegment context =
                llama.newContext(
                        model,
                        new ContextOptions(
                                capacity.cells(),
                                capacity.batchTokens(),
                                capacity.sequences(),
                                threads,
                                capacity.unified(),
                                abort));
        if (context.address() == 0) {
            throw new SetupException(
                    "llama.cpp cannot make a context of %d tokens: %s. Lower --context."
                            .formatted(capacity.cells(), NativeLog.last()));
        }
        return context;
    }

    /** Makes the renderer once the model's tokens are known. */
    @FunctionalInterface
    public interface HeadFactory {

        /** The renderer for a model with these tokens. */
        HeadRenderer of(Tokenizer tokenizer);
    }
}
