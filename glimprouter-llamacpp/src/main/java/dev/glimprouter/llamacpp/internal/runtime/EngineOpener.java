package dev.glimprouter.llamacpp.internal.runtime;

import dev.glimprouter.engine.EngineInfo;
import dev.glimprouter.engine.EngineOptions;
import dev.glimprouter.error.SetupException;
import dev.glimprouter.llamacpp.internal.ffm.Llama;
import dev.glimprouter.llamacpp.internal.ffm.Llama.AbortFlag;
import dev.glimprouter.llamacpp.internal.ffm.Llama.ContextOptions;
import dev.glimprouter.llamacpp.internal.ffm.LoadProgress;
import dev.glimprouter.llamacpp.internal.ffm.NativeLog;
import dev.glimprouter.llamacpp.internal.ffm.Vocabulary;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** Brings a model file that was found sound into memory. Its work runs on the decode thread. */
public final class EngineOpener {

    private static final int CHUNK_TOKENS = 64;

    private final Llama llama;
    private final EngineOptions options;

    /** An opener for one library. */
    public EngineOpener(Llama llama, EngineOptions options) {
        this.llama = llama;
        this.options = options;
    }

    /** Loads the model; {@code heads} renders what sessions begin with. */
    public LlamaEngine open(Path file, String name, HeadRenderer heads) {
        return DecodeLoop.shared().call(() -> openHere(file, name, heads));
    }

    private LlamaEngine openHere(Path file, String name, HeadRenderer heads) {
        NativeLog.clear();
        MemorySegment model =
                llama.loadModel(file, options.gpuLayers(), LoadProgress.listen(options.loading()));
        if (model.address() == 0) {
            throw new SetupException(
                    "llama.cpp cannot load %s: %s. Check the file or pull it again."
                            .formatted(file, NativeLog.last()));
        }
        try {
            return withContext(model, name, heads);
        } catch (RuntimeException failure) {
            llama.freeModel(model);
            throw failure;
        }
    }

    private LlamaEngine withContext(MemorySegment model, String name, HeadRenderer heads) {
        Vocabulary vocabulary = llama.vocabulary(model);
        if (!vocabulary.hasDecoder()) {
            throw new SetupException("%s cannot generate text: it has no decoder.".formatted(name));
        }
        int threads =
                options.threads() > 0
                        ? options.threads()
                        : Runtime.getRuntime().availableProcessors();
        int sessionTokens = Math.min(options.contextTokens(), vocabulary.trainedContext());
        Capacity capacity =
                new Capacity(
                        options.sessions(), options.branches(), sessionTokens, CHUNK_TOKENS, true);
        AbortFlag abort = llama.newAbortFlag();
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
        llama.attachPool(context, llama.pools().of(threads));
        DecodeLoop loop = DecodeLoop.shared();
        SequencePool pool = new SequencePool(loop.lock(), capacity, vocabulary.size());
        LoadedModel loaded = new LoadedModel(llama, model, context, abort, loop, pool, capacity);
        loop.add(loaded);
        EngineInfo info =
                new EngineInfo(
                        "llama.cpp", llama.version(), name, vocabulary.size(), sessionTokens);
        return new LlamaEngine(info, loaded, new Tokenizer(vocabulary), capacity, heads);
    }
}
